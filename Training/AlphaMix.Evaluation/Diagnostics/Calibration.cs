using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>
/// Whether P(up) means what it says: of all forecasts of 0.6, six in ten should rise. A value that is not defined is NaN.
/// </summary>
/// <remarks>
/// <para>Reliability bins hold equally many samples (equal forecasts stay together), since P(up) crowds about one half. The Brier score
/// (Brier 1950) is split as by Murphy (1973), Journal of Applied Meteorology 12: <c>Brier = Reliability - Resolution + Uncertainty +
/// Within</c>; <c>Within</c> is what binning leaves (Stephenson, Coelho and Jolliffe 2008). The expected calibration error is that of
/// Naeini, Cooper and Hauskrecht (2015).</para>
/// <para>The binomial intervals (<see cref="WilsonInterval"/>) take samples as independent. Instruments of one day move together, so the
/// true uncertainty is larger.</para>
/// </remarks>
internal sealed record Calibration
{
    /// <summary>Gets the bins, lowest forecasts first.</summary>
    public required IReadOnlyList<CalibrationBin> Bins { get; init; }

    /// <summary>Gets the number of samples.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Gets the mean squared difference of P(up) and what happened (1 risen, 0 not), in [0, 1]; 0.25 is what always saying one half gets.
    /// </summary>
    public required double Brier { get; init; }

    /// <summary>Gets the mean squared difference of a bin's forecast and its frequency: 0 is perfect.</summary>
    public required double Reliability { get; init; }

    /// <summary>Gets the variance of frequencies between bins: what the forecasts tell apart; 0 is nothing.</summary>
    public required double Resolution { get; init; }

    /// <summary>Gets the variance of what happened: the Brier score of always saying the base rate.</summary>
    public required double Uncertainty { get; init; }

    /// <summary>Gets the expected calibration error: mean distance of forecast and frequency over bins, by samples.</summary>
    public required double ExpectedError { get; init; }

    /// <summary>Gets the share of samples that rose.</summary>
    public required double BaseRate { get; init; }

    /// <summary>Gets what binning leaves of the Brier score.</summary>
    public double Within => Brier - Reliability + Resolution - Uncertainty;

    /// <summary>Gets <c>1 - Brier / Uncertainty</c>: above 0 the forecasts beat the base rate, which is known only afterwards.</summary>
    public double Skill => 1 - Brier / Uncertainty;

    /// <summary>Compares forecasts with what came after.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">P(up) in the shape of <paramref name="grid"/>.</param>
    /// <param name="span">Days of the scores.</param>
    /// <param name="fill">Which return is meant.</param>
    /// <param name="horizon">The bars that return spans. Default 1.</param>
    /// <param name="bins">Number of bins, at least 1; fewer come out when many forecasts are equal. Default 10.</param>
    /// <exception cref="ArgumentException">The scores do not have the shape of the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day of the span has no later day in the grid, or a number is not
    /// positive.</exception>
    public static Calibration Compute(
        MarketGrid grid, ScoreSheet scores, EvaluationSpan span, FillRule fill, int horizon = 1, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        grid.Check(span, nameof(span));
        scores.Check(grid, nameof(scores));
        var forward = ForwardReturns.Compute(grid, fill, horizon);
        var cells = Enumerable.Range(span.First, span.Count).SelectMany(day => ScoredCells.Find(grid, scores, forward, day)).ToArray();
        return Compute(
            Array.ConvertAll(cells, cell => scores.Probabilities[cell]), Array.ConvertAll(cells, cell => forward[cell] > 0), bins);
    }

    /// <summary>Compares forecasts with what happened.</summary>
    /// <param name="forecasts">Probabilities, in [0, 1].</param>
    /// <param name="happened">Whether it happened, one a forecast.</param>
    /// <param name="bins">Number of bins, at least 1. Default 10.</param>
    /// <exception cref="ArgumentException">The numbers of forecasts and outcomes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is not positive.</exception>
    public static Calibration Compute(double[] forecasts, bool[] happened, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (forecasts.Length != happened.Length)
            throw new ArgumentException($"Expected {forecasts.Length} outcomes, found {happened.Length}.", nameof(happened));

        var order = Enumerable.Range(0, forecasts.Length).OrderBy(i => forecasts[i]).ToArray();
        CalibrationBin[] found = [.. Cuts(order, forecasts, bins).Select(range => Bin(order[range], forecasts, happened))];
        var n = (double)forecasts.Length;
        var rate = happened.Count(one => one) / n;
        double Mean(Func<CalibrationBin, double> figure) => found.Sum(bin => bin.Count * figure(bin)) / n;
        return new Calibration
        {
            Bins = found,
            Count = forecasts.Length,
            Brier = Enumerable.Range(0, forecasts.Length).Sum(i => Square(forecasts[i] - (happened[i] ? 1 : 0))) / n,
            Reliability = Mean(bin => Square(bin.MeanForecast - bin.Observed.Value)),
            Resolution = Mean(bin => Square(bin.Observed.Value - rate)),
            Uncertainty = rate * (1 - rate),
            ExpectedError = Mean(bin => Math.Abs(bin.MeanForecast - bin.Observed.Value)),
            BaseRate = rate
        };
    }

    // Where a cut would part equal forecasts it moves up behind them.
    private static List<Range> Cuts(int[] order, double[] forecasts, int bins)
    {
        var ranges = new List<Range>();
        var start = 0;
        for (var b = 1; b <= bins; b++)
        {
            var end = (int)((long)b * order.Length / bins);
            while (end > 0 && end < order.Length && forecasts[order[end]] == forecasts[order[end - 1]])
                end++;
            if (end > start)
                ranges.Add(start..end);
            start = Math.Max(start, end);
        }

        return ranges;
    }

    private static CalibrationBin Bin(int[] samples, double[] forecasts, bool[] happened) => new(
        samples.Length, samples.Average(i => forecasts[i]), WilsonInterval.Compute(samples.Count(i => happened[i]), samples.Length));

    private static double Square(double value) => value * value;
}
