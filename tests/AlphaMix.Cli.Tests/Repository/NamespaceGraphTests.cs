using AlphaMix.Cli.Tests.Repository.Samples.Four;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>The detector of rings, tried on the namespaces below <c>Samples</c>.</summary>
[TestFixture]
public class NamespaceGraphTests
{
    private const string Samples = "AlphaMix.Cli.Tests.Repository.Samples.";

    private static NamespaceRing[] Rings =>
    [
        .. NamespaceGraph.Read(typeof(NamespaceGraphTests).Assembly.Location).Rings()
            .Where(ring => ring.Namespaces.Any(name => name.StartsWith(Samples, StringComparison.Ordinal)))
    ];

    [Test]
    public void Rings_FindsTheOne_ThroughABody_ABase_AndAGenericArgument() => Assert.That(
        Rings.Single().Namespaces, Is.EqualTo(new[] { Samples + "One", Samples + "Three", Samples + "Two" }));

    [Test]
    public void Rings_NameTheTypesThatMakeThem() => Assert.That(
        Rings.Single().ToString(),
        Does.Contain("First uses Second").And.Contain("Second uses Third").And.Contain("Third uses FirstValue"));

    [Test]
    public void Rings_LeaveOutWhatOnlyNeedsOne_AndAttributes() => Assert.Multiple(() =>
    {
        Assert.That(Rings.Single().Namespaces, Has.None.EqualTo(typeof(Fourth).Namespace));
        Assert.That(Rings.Single().Namespaces, Has.None.Contain("Mark"));
    });
}
