using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Tree groups in the artifact: format 4, and no other pool's bytes.</summary>
[TestFixture]
public class TreeArtifactTests
{
    private static readonly byte[] Full = PoolArtifact.ToBytes(SamplePools.WithTrees());

    [Test]
    public void Read_GivesTheTreesBack_AndTheSameBytes()
    {
        var (pool, read) = (SamplePools.WithTrees(), PoolArtifact.Read(Full, "pool"));
        var written = new CraftedArtifact(Full).Manifest;

        Assert.Multiple(() =>
        {
            Assert.That(((int)written["formatVersion"]!, (int)written["oldestReader"]!), Is.EqualTo((4, 4)));
            Assert.That(read.Manifest.TreeGroups, Is.EqualTo(pool.Manifest.TreeGroups));
            for (var g = 0; g < 2; g++)
                Assert.That(Nodes(read.TreeGroups[g].Trees), Is.EqualTo(Nodes(pool.TreeGroups[g].Trees)));
            Assert.That(Nodes(read.TreeGroups[0].Trees), Is.Not.EqualTo(Nodes(read.TreeGroups[1].Trees)));
            Assert.That(PoolArtifact.ToBytes(read), Is.EqualTo(Full));
        });
    }

    [Test]
    public void Write_WithoutTrees_KeepsItsFormatAndHasNoField()
    {
        var written = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.Full())).Manifest;

        Assert.That(((int)written["formatVersion"]!, written.ContainsKey("treeGroups")), Is.EqualTo((1, false)));
    }

    [TestCase(3, "alphamix.treeGroups: found a field this format does not have")]
    public void Read_TreesInAnOlderFormat_AreRefused(int version, string message)
    {
        var crafted = new CraftedArtifact(Full);
        (crafted.Manifest["formatVersion"], crafted.Manifest["oldestReader"]) = (version, version);
        (crafted.Manifest["asNeeded"], crafted.Manifest["selection"]) = (null, null);

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.TypeOf<ArtifactException>().With.Message.Contains(message));
    }

    [TestCase("growth", "\"sideways\"", "alphamix.treeGroups[1].growth: found ")]
    [TestCase("rate", "0", "alphamix.treeGroups[1].rate: found 0, expected a number in (0, 1]")]
    [TestCase("maxDepth", "-1", "alphamix.treeGroups[1].maxDepth: found -1, expected at least 0")]
    [TestCase("trees", "0", "alphamix.treeGroups[1].trees: found 0, expected at least 1")]
    [TestCase("nodes", "1", "alphamix.treeGroups[1].nodes: found 1, expected 2 to 16777216")]
    [TestCase("nodes", "99", "treeGroups.1.feature: found")]
    [TestCase("trainingLoss", "-1", "alphamix.treeGroups[1].trainingLoss: found -1")]
    [TestCase("validationLoss", "-1", "alphamix.treeGroups[1].validationLoss: found -1")]
    [TestCase("validationAccuracy", "1.1", "alphamix.treeGroups[1].validationAccuracy: found 1.1, expected a share")]
    [TestCase("more", "1", "alphamix.treeGroups[1].more: found a field this format does not have")]
    public void Read_ARecordOutOfRange_NamesTheField(string field, string value, string message)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["treeGroups"]![1]![field] = JsonNode.Parse(value);

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.TypeOf<ArtifactException>().With.Message.Contains(message));
    }

    [TestCase("sizes", 0, 2f, "sizes: found 3 nodes, expected 6")]
    [TestCase("feature", 0, 4f, "found feature 4, expected at most 3")]
    [TestCase("feature", 0, 0.5f, "feature: found 0.5, expected a whole number from -1 on")]
    [TestCase("left", 0, 0f, "found children 0 and 1")]
    [TestCase("left", 0, 9f, "found children 9 and 10")]
    [TestCase("missingLeft", 0, 2f, "missingLeft")]
    public void Read_NodesThatAreNoTrees_AreRefused(string part, int index, float value, string message)
    {
        var crafted = new CraftedArtifact(Full);
        var begin = (int)crafted.Header[$"treeGroups.0.{part}"]!["data_offsets"]![0]!;
        MemoryMarshal.Cast<byte, float>(crafted.Data.AsSpan())[begin / sizeof(float) + index] = value;

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.Contains("treeGroups.0").And.Message.Contains(message));
    }

    [TestCase("asNeeded", 5)]
    [TestCase("selection", 5)]
    [TestCase("soup", 3)]
    public void Read_AMemberThatIsNone_IsRefused(string router, int member)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest[router]![router == "soup" ? "ingredients" : "groups"]![0] = member;

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.Contains($"found {member}, expected 0 to {member - 1}"));
    }

    [Test]
    public void New_TreesThatAreNotTheRecords_AreRefused()
    {
        var pool = SamplePools.WithTrees();

        Assert.That(() => pool.With(pool.Manifest with { TreeGroups = [pool.Manifest.TreeGroups[1], pool.Manifest.TreeGroups[0]] }),
            Throws.ArgumentException.With.Message.Contains("2 tree groups, found 2; trees, nodes and start must be the same"));
    }

    private static TreeNode[] Nodes(TreeEnsemble trees) => [.. Enumerable.Range(0, trees.Count).SelectMany(trees.Tree)];
}
