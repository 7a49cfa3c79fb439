using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Tests.Routers;

[TestFixture]
public class AsNeededRouterTests
{
    private const int Inputs = 12;
    private const int Samples = 300;
    private static readonly GroupShape Shape = new(Inputs, 8, 2);

    private float[] _rows = [];
    private int[] _offsets = [];
    private ExpertGroup[] _groups = [];

    [SetUp]
    public void DrawGroups()
    {
        var random = new KeyedRandom(1, RandomPurpose.Search);
        _rows = Normals(random, Inputs * Samples, 1);
        _offsets = [.. Enumerable.Range(0, Samples).Select(i => i * Inputs)];
        _groups = [.. Enumerable.Range(0, 3).Select(_ => new ExpertGroup(Shape, Normals(random, new GroupLayout(Shape).ParameterCount, 0.5f)))];
    }

    [Test]
    public void Score_MixedDecisions_FollowsItsDefinitionSampleBySample()
    {
        var parameters = Parameters(bias: 0);
        var router = new AsNeededRouter(_groups, parameters);
        var (probabilities, asked) = Score(router);

        for (var i = 0; i < Samples; i++)
        {
            var (expected, groups) = OneByOne(parameters, i);
            Assert.That(probabilities[i], Is.EqualTo(expected).Within(1e-6), $"sample {i}");
            Assert.That(asked[i], Is.EqualTo(groups * Shape.Experts), $"sample {i}");
        }

        Assert.That(asked.Distinct().Count(), Is.EqualTo(3), "the case is meant to have samples that stop at each group");
    }

    [Test]
    public void Score_NeverAskingOn_EqualsTheFirstGroup() =>
        Assert.That(Score(new AsNeededRouter(_groups, Parameters(bias: -1000))).Probabilities, Is.EqualTo(Score(MixtureRouter.Average([_groups[0]])).Probabilities));

    [Test]
    public void Score_AlwaysAskingOn_EqualsTheMeanOfAll() =>
        Assert.That(
            Score(new AsNeededRouter(_groups, Parameters(bias: 1000))).Probabilities,
            Is.EqualTo(Score(MixtureRouter.Average(_groups)).Probabilities).Within(1e-6));

    [Test]
    public void Score_OneSampleAlone_HasTheBitsItHasInABatch()
    {
        var router = new AsNeededRouter(_groups, Parameters(bias: 0));
        var (together, _) = Score(router);
        var alone = new float[1];

        for (var i = 0; i < Samples; i++)
        {
            router.Score(_rows, _offsets.AsSpan(i, 1), alone, new int[1], new RouterScratch());
            Assert.That(BitConverter.SingleToInt32Bits(alone[0]), Is.EqualTo(BitConverter.SingleToInt32Bits(together[i])), $"sample {i}");
        }
    }

    [Test]
    public void Constructor_WrongNumberOfRouters_Throws() =>
        Assert.That(
            () => new AsNeededRouter(_groups[..2], Parameters(bias: 0)),
            Throws.ArgumentException.With.Message.EqualTo("As-needed router: found 2 routers, expected 1."));

    [Test]
    public void MixtureRouter_WeightsThatDoNotSumToOne_Throws() =>
        Assert.That(() => new MixtureRouter(RouterNames.Selection, _groups, [0, 1, 2], [0.5f, 0.2f, 0.2f]), Throws.ArgumentException);

    private (float Probability, int Groups) OneByOne(AsNeededParameters parameters, int sample)
    {
        var embedding = new float[AsNeededParameters.EmbeddingSize];
        AsNeededEmbedding.Compute(parameters, _rows, _offsets.AsSpan(sample, 1), embedding);
        double down = 0, up = 0;
        for (var k = 0; ; k++)
        {
            var logits = new float[2];
            _groups[k].Logits(_rows, _offsets.AsSpan(sample, 1), logits, new InferenceScratch());
            down += logits[0];
            up += logits[1];
            float[] mean = [(float)(down / (k + 1)), (float)(up / (k + 1))];
            if (k == _groups.Length - 1 || !AsNeededEmbedding.AsksOn(parameters, k, embedding, mean))
                return (Logits.ProbabilityUp(mean[0], mean[1]), k + 1);
        }
    }

    private (float[] Probabilities, int[] Asked) Score(IRouter router)
    {
        var probabilities = new float[Samples];
        var asked = new int[Samples];
        router.Score(_rows, _offsets, probabilities, asked, new RouterScratch());
        return (probabilities, asked);
    }

    private static AsNeededParameters Parameters(float bias)
    {
        var random = new KeyedRandom(2, RandomPurpose.Search);
        return new AsNeededParameters(
            Inputs, 2, Normals(random, 8 * Inputs, 1), Normals(random, 8, 0.1f), Normals(random, 20, 1), [bias, bias]);
    }

    private static float[] Normals(KeyedRandom random, int count, float scale) =>
        [.. Enumerable.Range(0, count).Select(_ => scale * (float)random.NextNormal())];
}
