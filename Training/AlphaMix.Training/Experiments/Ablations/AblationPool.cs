using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.Data;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>
/// Fits V, R, W and S on a few trained groups and scores the test span with them, following whatever departures are on. Without any, it
/// says what <see cref="Pools.PoolTrainer"/> and <see cref="Scoring.PoolScorer"/> say of a pool of these groups.
/// </summary>
/// <param name="data">The data.</param>
/// <param name="configuration">The routers' options.</param>
/// <param name="departures">Those that concern forecasts and routers are followed.</param>
/// <param name="seed">Seed of the routers' fit.</param>
internal sealed class AblationPool(ExperimentData data, TrainingConfiguration configuration, DepartureSet departures, long seed)
{
    private readonly GroupReader _reader = new(data.Training.Panel.Rows, departures.Has(Departure.ScrambledAverage));

    /// <summary>
    /// Returns the routers' sheets of the test span, in the order V, R, W, S, those left out that the configuration does not have.
    /// </summary>
    /// <param name="groups">The groups, at least one.</param>
    public IReadOnlyList<AblationSheet> Score(IReadOnlyList<AblationGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        RoutingSamples validation = new(
            data.Training.Panel.Rows,
            data.Training.Panel.Spec.InputSize,
            data.Validation.Offsets,
            Array.ConvertAll(data.Validation.Samples, sample => sample.Label),
            [.. groups.Select(group => _reader.Read(group, data.Validation))]);
        float[][] test = [.. groups.Select(group => _reader.Read(group, data.Test))];
        var profits = validation.GroupLogits.Select(Profit).ToArray();
        var ranked = Enumerable.Range(0, groups.Count).OrderByDescending(g => profits[g]).ThenBy(g => g).ToArray();

        var all = groups.Sum(group => (long)group.Parameters.Length);
        var sheets = new List<AblationSheet> { new(RouterNames.Average, Sheet(Mean(test), groups.Sum(group => group.Shape.Experts)), all) };
        if (configuration.Routers.AsNeeded is { } asNeeded && groups.Count > 1)
            sheets.Add(AsNeeded(asNeeded, validation, test, ranked, groups));
        if (configuration.Routers.WithReplacement is { } withReplacement)
            sheets.Add(Selected(withReplacement, validation, test, groups));
        if (configuration.Routers.Soup is { } soup)
            sheets.Add(Soup(soup, groups, ranked));
        return sheets;
    }

    private AblationSheet AsNeeded(
        AsNeededOptions options, RoutingSamples validation, float[][] test, int[] ranked, IReadOnlyList<AblationGroup> groups)
    {
        var order = ranked[..Math.Min(options.Groups, ranked.Length)];
        if (departures.Has(Departure.FixedOmega))
            options = options with { Omega = PaperOmega };
        var fit = AsNeededFitter.Fit(validation, order, options, seed);
        var (logits, asked) = RoutedLogits.Compute(
            fit.Parameters, validation.Rows, data.Test.Offsets, Array.ConvertAll(order, g => test[g]));
        var experts = groups[0].Shape.Experts;
        return new AblationSheet(
            RouterNames.AsNeeded,
            data.Test.Sheet(Scores(logits), Array.ConvertAll(asked, count => count * experts)),
            order.Sum(g => (long)groups[g].Parameters.Length) + ParametersOf(fit.Parameters));
    }

    private AblationSheet Selected(
        WithReplacementOptions options, RoutingSamples validation, float[][] test, IReadOnlyList<AblationGroup> groups)
    {
        var selection = WithReplacementSelector.Select(
            groups.Count, options.Distinct, chosen => Profit(validation.MeanLogits(chosen)));
        var mean = new float[test[0].Length];
        for (var i = 0; i < mean.Length; i++)
        {
            var sum = 0.0;
            for (var s = 0; s < selection.Groups.Count; s++)
                sum += (double)selection.MixtureWeights[s] * test[selection.Groups[s]][i];
            mean[i] = (float)sum;
        }

        return new AblationSheet(
            RouterNames.Selection,
            Sheet(mean, selection.Groups.Sum(g => groups[g].Shape.Experts)),
            selection.Groups.Sum(g => (long)groups[g].Parameters.Length));
    }

    private AblationSheet Soup(SoupOptions options, IReadOnlyList<AblationGroup> groups, int[] ranked)
    {
        var best = groups[ranked[0]];
        var candidates = Array.FindAll(ranked, g => SoupMaker.IsCandidate(options.Candidates, groups[g].Member, best.Member));
        var parameters = departures.Has(Departure.RunningMeanSoup)
            ? RunningMeanSoup.Compute([.. groups.Select(group => group.Parameters)])
            : SoupMaker.Make(
                Array.ConvertAll(candidates, g => groups[g].Parameters),
                tried => Profit(_reader.Read(best with { Parameters = tried }, data.Validation))).Soup;
        var soup = best with { Parameters = parameters };
        return new AblationSheet(RouterNames.Soup, Sheet(_reader.Read(soup, data.Test), soup.Shape.Experts), parameters.Length);
    }

    /// <summary>Omega as the paper has it (section 4.1).</summary>
    private const double PaperOmega = 1.7;

    private double Profit(float[] logits) => data.ValidationProfit(Scores(logits));

    private ScoreSheet Sheet(float[] logits, int experts)
    {
        var asked = new int[logits.Length / 2];
        Array.Fill(asked, experts);
        return data.Test.Sheet(Scores(logits), asked);
    }

    // A raw logit is put through the sigmoid, which keeps its order and makes it a number in [0, 1].
    private float[] Scores(float[] logits)
    {
        var scores = new float[logits.Length / 2];
        if (!departures.Has(Departure.RawLogitScore))
            Logits.ToProbabilities(logits, scores);
        else
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] = (float)ExactMath.Sigmoid(logits[2 * i + 1]);
        }

        return scores;
    }

    private static float[] Mean(float[][] logits)
    {
        var mean = new float[logits[0].Length];
        for (var i = 0; i < mean.Length; i++)
        {
            var sum = 0.0;
            foreach (var group in logits)
                sum += group[i];
            mean[i] = (float)(sum / logits.Length);
        }

        return mean;
    }

    internal static long ParametersOf(AsNeededParameters parameters) =>
        parameters.EmbeddingWeights.Length + parameters.EmbeddingBias.Length + parameters.OutputWeights.Length
            + (long)parameters.OutputBias.Length;
}
