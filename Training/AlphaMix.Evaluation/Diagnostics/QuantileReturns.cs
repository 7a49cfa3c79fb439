using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What the instruments of each fifth (or tenth) of the day's ranking earned, before costs.</summary>
/// <remarks>
/// The portfolio sorts of Fama and French (1992), Journal of Finance 47(2), daily and in equal weights; standard errors by
/// <see cref="NeweyWest"/>. <see cref="Monotonicity"/> describes; it is no test (for one see Patton and Timmermann 2010, Journal of
/// Financial Economics 98).
/// </remarks>
internal sealed record QuantileReturns
{
    /// <summary>Gets the buckets, lowest scores first.</summary>
    public required IReadOnlyList<ScoreBucket> Buckets { get; init; }

    /// <summary>Gets the mean daily return of the highest bucket less that of the lowest.</summary>
    public required MeanEstimate Spread { get; init; }

    /// <summary>
    /// Gets the rank correlation of the bucket's number with its mean excess return, in [-1, 1]: 1 when every bucket earns more than the
    /// one below.
    /// </summary>
    public required double Monotonicity { get; init; }

    /// <summary>Sorts the instruments of each day by score and averages what came after.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">P(up) in the shape of <paramref name="grid"/>; of equal scores the lower column ranks higher, as in the
    /// portfolio.</param>
    /// <param name="span">Days of the scores; days with fewer scored instruments than buckets are left out.</param>
    /// <param name="fill">Which return is meant.</param>
    /// <param name="buckets">Number of buckets, at least 2. Default 5. Their sizes differ by at most one instrument a day.</param>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day of the span has no later day in the grid, or there are fewer than two
    /// buckets.</exception>
    public static QuantileReturns Compute(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, FillRule fill, int buckets = 5)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 2);
        grid.Check(span, nameof(span));
        scores.Check(grid, nameof(scores));

        var forward = ForwardReturns.Compute(grid, fill);
        var tallies = Enumerable.Range(0, buckets).Select(_ => new Tally(span.Count)).ToArray();
        for (var day = 0; day < span.Count; day++)
        {
            var ranked = ScoredCells.Ascending(grid, scores, forward, span.First + day);
            if (ranked.Length < buckets)
                continue;
            var market = ranked.Average(cell => forward[cell]);
            for (var b = 0; b < buckets; b++)
            {
                var cells = ranked[(b * ranked.Length / buckets)..((b + 1) * ranked.Length / buckets)];
                tallies[b].Add(
                    day, cells.Average(cell => forward[cell]), market, cells.Length, cells.Sum(cell => scores.Probabilities[cell]));
            }
        }

        ScoreBucket[] result = [.. tallies.Select(tally => tally.Bucket())];
        return new QuantileReturns
        {
            Buckets = result,
            Spread = MeanEstimate.From(tallies[^1].Less(tallies[0])),
            Monotonicity = Correlation.Spearman(
                [.. Enumerable.Range(0, buckets).Select(b => (double)b)], Array.ConvertAll(result, bucket => bucket.Excess.Value))
        };
    }

    /// <summary>What one bucket earned day by day.</summary>
    private sealed class Tally
    {
        private readonly double[] _returns;
        private readonly double[] _excess;
        private int _samples;
        private double _scores;

        public Tally(int days)
        {
            (_returns, _excess) = (new double[days], new double[days]);
            Array.Fill(_returns, double.NaN);
            Array.Fill(_excess, double.NaN);
        }

        public void Add(int day, double earned, double market, int samples, double scores)
        {
            (_returns[day], _excess[day]) = (earned, earned - market);
            _samples += samples;
            _scores += scores;
        }

        public double[] Less(Tally other) => [.. _returns.Zip(other._returns, (own, low) => own - low)];

        public ScoreBucket Bucket() =>
            new(_samples, _scores / _samples, MeanEstimate.From(_returns), MeanEstimate.From(_excess));
    }
}
