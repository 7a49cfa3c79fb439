using System.Reflection;
using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Pools;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>Dependencies point one way: Core, Evaluation, Training, Cli. The assemblies themselves are asked.</summary>
[TestFixture]
public class ArchitectureTests
{
    private static readonly Dictionary<Assembly, string[]> Allowed = new()
    {
        [typeof(Pool).Assembly] = ["MathNet.Numerics"],
        [typeof(MarketGrid).Assembly] = ["AlphaMix.Core", "MathNet.Numerics"],
        [typeof(PoolTrainer).Assembly] = ["AlphaMix.Core", "AlphaMix.Evaluation", "MathNet.Numerics", "Newtonsoft.Json"],
        [typeof(Application).Assembly] =
            ["AlphaMix.Core", "AlphaMix.Evaluation", "AlphaMix.Training", "Newtonsoft.Json", "Spectre.Console", "System.CommandLine"]
    };

    private static IEnumerable<Assembly> Rooms => Allowed.Keys;

    [TestCaseSource(nameof(Rooms))]
    public void Room_References_OnlyTheRoomsBelowIt(Assembly room)
    {
        var referenced = room.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !IsFramework(name));

        Assert.That(referenced, Is.SubsetOf(Allowed[room]));
    }

    /// <summary>What a user or an extension calls is public, nothing else: a type more is a decision.</summary>
    [Test]
    public void TrainingAndEvaluation_ShowFewTypes() => Assert.That(
        new[] { typeof(PoolTrainer), typeof(MarketGrid) }.SelectMany(type => type.Assembly.GetExportedTypes()).Select(type => type.FullName).ToArray(),
        Has.Length.AtMost(110));

    [Test]
    public void Core_SeesNeitherLeanNorTorch() => Assert.That(
        typeof(Pool).Assembly.GetReferencedAssemblies().Select(name => name.Name),
        Has.None.StartsWith("QuantConnect").And.None.StartsWith("TorchSharp").And.None.StartsWith("Newtonsoft"));

    private static bool IsFramework(string name) =>
        name == "System.CommandLine" ? false : name.StartsWith("System", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "Microsoft.CSharp" or "Microsoft.Win32.Primitives";
}
