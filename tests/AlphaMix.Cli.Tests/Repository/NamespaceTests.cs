using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Pools;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>Inside an assembly namespaces depend on each other one way, as assemblies do: no ring. The compiled assemblies are read.</summary>
[TestFixture]
public class NamespaceTests
{
    // The project's folder for an assembly that this one does not reference.
    private static readonly (string Name, string? Project)[] Assemblies =
    [
        (typeof(Pool).Assembly.Location, null),
        (typeof(MarketGrid).Assembly.Location, null),
        (typeof(PoolTrainer).Assembly.Location, null),
        (typeof(Application).Assembly.Location, null),
        ("AlphaMix.Lean.dll", "AlphaModels/AlphaMix.Lean"),
        ("AlphaMix.Training.Torch.dll", "Training/AlphaMix.Training.Torch")
    ];

    private static IEnumerable<TestCaseData> Rooms => Assemblies.Select(each =>
        new TestCaseData(each.Name, each.Project).SetArgDisplayNames(Path.GetFileNameWithoutExtension(each.Name)));

    [TestCaseSource(nameof(Rooms))]
    public void Namespaces_MakeNoRing(string name, string? project)
    {
        var path = project is null ? name : Built(project, name);
        if (!File.Exists(path))
            Assert.Ignore($"{path} is not built.");

        var rings = NamespaceGraph.Read(path).Rings();

        Assert.That(rings, Is.Empty, string.Join("\n", rings));
    }

    /// <summary>Returns where another project's assembly lies when it was built as this one was.</summary>
    private static string Built(string project, string name)
    {
        var own = TestContext.CurrentContext.TestDirectory;
        var tail = Path.GetRelativePath(Path.Combine(AlphaMix.Testing.Repository.Root, "tests", "AlphaMix.Cli.Tests"), own);
        return Path.Combine(AlphaMix.Testing.Repository.Root, project, tail, name);
    }
}
