using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Metrics;

/// <summary>
/// How well P(up) orders the instruments of each day, and how often it has the direction right. A value that is not defined is NaN.
/// </summary>
/// <remarks>
/// IC, RankIC and ICIR as in Qlib (arXiv:2009.11189): correlation across the instruments of one day, then mean, and mean over standard
/// deviation, over the days; not annualised.
/// </remarks>
public sealed record InformationCoefficient
{
    /// <summary>
    /// Gets each day's Pearson correlation of P(up) with the forward return; NaN on a day with fewer than two instruments or without
    /// variation.
    /// </summary>
    public required double[] Daily { get; init; }

    /// <summary>Gets each day's Spearman correlation (mean ranks for ties); NaN as there.</summary>
    public required double[] DailyRank { get; init; }

    /// <summary>Gets the mean IC over the days that have one.</summary>
    public required double Ic { get; init; }

    /// <summary>Gets the mean RankIC over the days that have one.</summary>
    public required double RankIc { get; init; }

    /// <summary>Gets the mean IC over its standard deviation (divisor n - 1) between days.</summary>
    public required double Icir { get; init; }

    /// <summary>Gets the mean RankIC over its standard deviation (divisor n - 1) between days.</summary>
    public required double RankIcir { get; init; }

    /// <summary>Gets the share of samples on which "P(up) above 0.5" and "return above 0" agree.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Gets the number of samples: scored cells of the span with a known forward return.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Compares scores with the returns that follow them.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">P(up) in the shape of <paramref name="grid"/>.</param>
    /// <param name="span">Days of the scores.</param>
    /// <param name="fill">Which return is meant: close to the instrument's next close, or its next open to the open after that.</param>
    /// <param name="horizon">The bars that return spans, at least 1. Default 1.</param>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day of the span has no later day in the grid, or <paramref name="horizon"/> is not positive.
    /// </exception>
    public static InformationCoefficient From(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, FillRule fill, int horizon = 1)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        grid.Check(span, nameof(span));
        scores.Check(grid, nameof(scores));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);

        var forward = ForwardReturns.Compute(grid, fill, horizon);
        var (daily, dailyRank) = (new double[span.Count], new double[span.Count]);
        var (right, samples) = (0, 0);
        var (scored, earned) = (new List<double>(), new List<double>());
        for (var day = 0; day < span.Count; day++)
        {
            scored.Clear();
            earned.Clear();
            for (var i = 0; i < grid.InstrumentCount; i++)
            {
                var cell = (span.First + day) * grid.InstrumentCount + i;
                if (double.IsNaN(scores.Probabilities[cell]) || double.IsNaN(forward[cell]))
                    continue;
                scored.Add(scores.Probabilities[cell]);
                earned.Add(forward[cell]);
                right += scores.Probabilities[cell] > 0.5 == forward[cell] > 0 ? 1 : 0;
            }

            samples += scored.Count;
            var (x, y) = (scored.ToArray(), earned.ToArray());
            daily[day] = Correlation.Pearson(x, y);
            dailyRank[day] = Correlation.Spearman(x, y);
        }

        var (ic, rankIc) = (Distribution.From(daily), Distribution.From(dailyRank));
        return new InformationCoefficient
        {
            Daily = daily,
            DailyRank = dailyRank,
            Ic = ic.Mean,
            RankIc = rankIc.Mean,
            Icir = ic.Sd > 0 ? ic.Mean / ic.Sd : double.NaN,
            RankIcir = rankIc.Sd > 0 ? rankIc.Mean / rankIc.Sd : double.NaN,
            Accuracy = samples == 0 ? double.NaN : (double)right / samples,
            SampleCount = samples
        };
    }
}
