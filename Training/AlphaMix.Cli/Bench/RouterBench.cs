using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Groups;

namespace AlphaMix.Cli.Bench;

/// <summary>As-needed routers of which each turns on for half of the samples that reach it, against asking all four groups.</summary>
internal sealed class RouterBench : IBench
{
    private const int Instruments = 3_000;
    private const int Groups = 4;

    public IReadOnlyList<string> Keys => ["routerSpeedup"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        var samples = BenchSamples.Create(Instruments);
        var groups = BenchGroups.Create(Groups, 128);
        var asNeeded = new AsNeededRouter(groups, HalfOn(groups, samples));
        var all = MixtureRouter.Average(groups);
        var (probabilities, experts, scratch) = (new float[Instruments], new int[Instruments], new RouterScratch());
        double Seconds(IRouter router) => PairedTimer.ProcessorSeconds(() =>
        {
            for (var i = 0; i < 10; i++)
                router.Score(samples.Rows, samples.Offsets, probabilities, experts, scratch);
        });

        asNeeded.Score(samples.Rows, samples.Offsets, probabilities, experts, scratch);
        var share = experts.Average() / (Groups * groups[0].Shape.Experts);
        var same = SameAsDefinition(groups, asNeeded.Parameters, samples, probabilities, experts);
        var ratio = context.Timer.Ratio(() => Seconds(all), () => Seconds(asNeeded));
        yield return new BenchFigure(
            "routerSpeedup", "as-needed router, half on each, over all four groups", BenchTarget.AtLeast(1.7),
            same ? ratio.Median : null,
            same
                ? Figure.WithQuartiles(
                    ratio, $"asks {Figure.Text(share)} of the experts, so at most {Figure.Text(1 / share)}; same answers as its definition")
                : "the answers differ from the definition's");
    }

    /// <summary>Returns random routers whose biases split the samples that reach them in halves.</summary>
    public static AsNeededParameters HalfOn(ExpertGroup[] groups, TrainingSamples samples)
    {
        const int Size = AsNeededParameters.EmbeddingSize;
        var random = new KeyedRandom(3, RandomPurpose.RouterInitialisation);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSymmetric(1))];
        var routers = groups.Length - 1;
        var parameters = new AsNeededParameters(
            samples.WindowSize, routers, Draw(Size * samples.WindowSize), Draw(Size), Draw(routers * AsNeededParameters.OutputInputs),
            new float[routers]);
        var embeddings = new float[samples.Count * Size];
        AsNeededEmbedding.Compute(parameters, samples.Rows, samples.Offsets, embeddings);
        var mean = new float[2 * samples.Count];
        var reached = Enumerable.Range(0, samples.Count).ToArray();
        for (var k = 0; k < routers; k++)
        {
            Include(groups[k], k, samples, mean);
            var router = k;
            float Activation(int i) =>
                AsNeededEmbedding.Activation(parameters, router, embeddings.AsSpan(i * Size, Size), mean.AsSpan(2 * i, 2));
            var sorted = reached.Select(Activation).Order().ToArray();
            parameters.OutputBias[k] -= (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
            reached = [.. reached.Where(i => Activation(i) > 0)];
        }

        return parameters;
    }

    // The definition (paper, Eq. 7), one sample at a time: group after group, until a router says that they are enough.
    private static bool SameAsDefinition(
        ExpertGroup[] groups, AsNeededParameters parameters, TrainingSamples samples, float[] probabilities, int[] experts)
    {
        const int Size = AsNeededParameters.EmbeddingSize;
        var embeddings = new float[samples.Count * Size];
        AsNeededEmbedding.Compute(parameters, samples.Rows, samples.Offsets, embeddings);
        var means = new float[groups.Length][];
        for (var k = 0; k < groups.Length; k++)
            Include(groups[k], k, samples, means[k] = k == 0 ? new float[2 * samples.Count] : [.. means[k - 1]]);
        for (var i = 0; i < samples.Count; i++)
        {
            var k = 0;
            while (k < parameters.Routers
                && AsNeededEmbedding.AsksOn(parameters, k, embeddings.AsSpan(i * Size, Size), means[k].AsSpan(2 * i, 2)))
                k++;
            if (experts[i] != (k + 1) * groups[0].Shape.Experts
                || probabilities[i] != Logits.ProbabilityUp(means[k][2 * i], means[k][2 * i + 1]))
                return false;
        }

        return true;
    }

    private static void Include(ExpertGroup group, int k, TrainingSamples samples, float[] mean)
    {
        var logits = new float[mean.Length];
        group.Logits(samples.Rows, samples.Offsets, logits, new InferenceScratch());
        for (var j = 0; j < mean.Length; j++)
            mean[j] += (logits[j] - mean[j]) / (k + 1);
    }
}
