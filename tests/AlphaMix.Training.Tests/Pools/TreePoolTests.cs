using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Diagnostics;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Tests.Trees;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>Tree groups beside networks in a pool.</summary>
[TestFixture]
public class TreePoolTests
{
    private static readonly TreeGroupOptions Trees = new() { Trees = 40 };

    private static readonly TrainingConfiguration Plain = SmallMarket.Configuration();

    private static readonly TrainingConfiguration Configuration = Plain with
    {
        Pool = Plain.Pool with
        {
            Trees = [Trees, Trees with { Growth = TreeGrowth.Symmetric, Depth = 2 }, Trees with { Growth = TreeGrowth.ByDepth, Leaves = 3 }]
        },
        Routers = Plain.Routers with { AsNeeded = Plain.Routers.AsNeeded! with { Groups = 7 } }
    };

    private static readonly TrainedPool Trained = SmallMarket.Train(SmallMarket.Generate(signal: 0.5), Configuration);

    [Test]
    public void Train_TreeGroups_AreBoostedOnTheSamplesWithLogLoss()
    {
        var data = TrainingData.Prepare(SmallMarket.Generate(signal: 0.5), Configuration);
        var samples = TreeSamples.From(data.Samples);
        var expected = new TreeBooster(
            TreeOptions.Symmetric with { Loss = TreeLoss.Log, Trees = 40, Rate = 0.05, MaxDepth = 2 }, threads: 2).Train(samples);

        var (record, group) = (Trained.Pool.Manifest.TreeGroups[1], Trained.Pool.TreeGroups[1]);

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, 40).SelectMany(group.Trees.Tree), Is.EqualTo(Enumerable.Range(0, 40).SelectMany(expected.Tree)));
            Assert.That((record.Growth, record.Rate, record.MaxDepth, record.Trees, record.Nodes), Is.EqualTo((TreeGrowth.Symmetric, 0.05, 2, 40, 280)));
            Assert.That(record.TrainingLoss, Is.EqualTo(TreeLosses.Mean(TreeLoss.Log, TreeLosses.Scores(group.Trees, samples), samples.Targets)).Within(1e-12));
            Assert.That(Trained.Pool.TreeGroups[2].Trees.Tree(0), Has.Length.EqualTo(5), "three leaves");
        });
    }

    [Test]
    public void Train_TreeGroups_HaveTheFiguresOfTheValidationSpan()
    {
        var data = TrainingData.Prepare(SmallMarket.Generate(signal: 0.5), Configuration);
        var (validation, logits) = (data.Validation, new float[2 * data.Validation.Length]);

        Trained.Pool.TreeGroups[0].Logits(data.Panel.Rows, Array.ConvertAll(validation, sample => sample.WindowOffset), logits, new InferenceScratch());

        var record = Trained.Pool.Manifest.TreeGroups[0];
        var right = validation.Where((sample, i) => logits[2 * i + 1] > 0 == (sample.Label == 1)).Count();
        Assert.That(record.ValidationAccuracy, Is.EqualTo((double)right / validation.Length).And.GreaterThan(0.52));
        Assert.That(record.ValidationProfit, Is.EqualTo(new ValidationSpan(data, Configuration).Profit(logits)));
        Assert.That(Trained.Pool.Manifest.ValidationProfits.Skip(4), Is.EqualTo(Trained.Pool.Manifest.TreeGroups.Select(group => group.ValidationProfit)));
    }

    [Test]
    public void Train_Routers_RankNetworksAndTreesTogether()
    {
        var manifest = Trained.Pool.Manifest;
        var profits = manifest.ValidationProfits;

        Assert.Multiple(() =>
        {
            Assert.That(manifest.AsNeeded!.Groups, Is.EqualTo(Enumerable.Range(0, 7).OrderByDescending(g => profits[g]).ThenBy(g => g)));
            Assert.That(manifest.ValidationUses[RouterNames.AsNeeded], Is.EqualTo(7 + 6));
            Assert.That(manifest.Soup!.Ingredients, Is.All.LessThan(4), "parameters of trees cannot be averaged");
            Assert.That(manifest.Soup.Ingredients[0], Is.EqualTo(Enumerable.Range(0, 4).MaxBy(g => profits[g])));
            Assert.That(manifest.AsNeeded.Groups[0], Is.GreaterThan(3), "here trees forecast best");
            Assert.That(GroupName.From(Trained.Pool, 5), Is.EqualTo("5: 40 trees Symmetric, rate 0.05, depth 2"));
        });
    }

    [Test]
    public void Train_OneOrTwoThreads_GivesTheSameBytes() => Assert.That(
        PoolArtifact.ToBytes(SmallMarket.Train(SmallMarket.Generate(signal: 0.5), Configuration, threads: 2).Pool),
        Is.EqualTo(PoolArtifact.ToBytes(Trained.Pool)));

    [Test]
    public void Train_TreeGroups_LeaveTheNetworksAsTheyAre()
    {
        var without = SmallMarket.Train(SmallMarket.Generate(signal: 0.5), Plain).Pool;

        Assert.That(Trained.Pool.Manifest.Groups, Is.EqualTo(without.Manifest.Groups));
        for (var g = 0; g < 4; g++)
            Assert.That(Trained.Pool.Groups[g].Parameters.SequenceEqual(without.Groups[g].Parameters));
    }

    [Test]
    public void Train_TreesWithoutASplit_SaySo() => Assert.That(
        () => SmallMarket.Train(SmallMarket.Generate(), Plain with { Pool = Plain.Pool with { Trees = [Trees with { LeafSamples = 100_000 }] } }),
        Throws.TypeOf<ConfigurationException>().With.Message.Contains("pool.trees[0]: no split of"));

    [TestCase("""{ "trees": 0 }""", "pool.trees[0]: the number of trees must be at least 1, found 0")]
    [TestCase("""{ "growth": "symmetric", "leaves": 8 }""", "pool.trees[0]: symmetric trees have no bound on leaves")]
    [TestCase("""{ "growth": "sideways" }""", "sideways")]
    [TestCase("""{ "leafs": 8 }""", "leafs")]
    public void Parse_TreesThatCannotBe_AreRefusedByPlace(string trees, string message) => Assert.That(
        () => Parse(trees), Throws.TypeOf<ConfigurationException>().With.Message.Contains(message));

    [Test]
    public void Parse_DefaultsAreThoseOfTheGrowth() => Assert.Multiple(() =>
    {
        var (byLeaf, byDepth, symmetric) = (Options("byLeaf"), Options("byDepth"), Options("symmetric"));
        Assert.That((byLeaf.MaxLeaves, byLeaf.MinLeafSamples, byLeaf.L2), Is.EqualTo((31, 20, 0.0)));
        Assert.That((byDepth.MaxLeaves, byDepth.MinLeafSamples, byDepth.L2), Is.EqualTo((0, 20, 0.0)));
        Assert.That((symmetric.MaxLeaves, symmetric.MinLeafSamples, symmetric.L2), Is.EqualTo((0, 1, 3.0)));
        Assert.That((byLeaf.Loss, byLeaf.Trees, byLeaf.Rate, byLeaf.MaxDepth), Is.EqualTo((TreeLoss.Log, 200, 0.05, 3)));
    });

    [Test]
    public void Write_IsReadBack()
    {
        var written = ConfigurationFile.Write(Configuration);

        Assert.That(ConfigurationFile.Parse(written, "test").Pool.Trees, Is.EqualTo(Configuration.Pool.Trees));
    }

    private static TreeOptions Options(string growth) => Parse($$"""{ "growth": "{{growth}}" }""").Pool.Trees[0].ToTreeOptions();

    private static TrainingConfiguration Parse(string trees) => ConfigurationFile.Parse(
        $$"""
        {
          "split": { "trainFrom": "2014-01-01", "validationFrom": "2015-01-01", "testFrom": "2015-07-01", "testTo": "2016-01-01" },
          "pool": { "trees": [{{trees}}] }
        }
        """, "test");
}
