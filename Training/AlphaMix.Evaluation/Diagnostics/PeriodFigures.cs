using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>A portfolio on some of the days of its span: a year, or the days of one market regime.</summary>
/// <param name="Name">What the days have in common, such as <c>2017</c> or <c>turbulent</c>.</param>
/// <param name="Days">Number of decision days.</param>
/// <param name="Gross">Before costs. Days need not be neighbours, so drawdowns are those of the days put together.</param>
/// <param name="Net">After costs.</param>
/// <param name="EqualWeightNet">1/N after costs on the same days.</param>
/// <param name="Ahead">Mean daily net return less that of 1/N, as a fraction.</param>
/// <param name="Ic">Mean daily IC.</param>
/// <param name="Turnover">Mean share of the portfolio replaced in a day, a first purchase included.</param>
internal sealed record PeriodFigures(
    string Name, int Days, PaperMetrics Gross, PaperMetrics Net, PaperMetrics EqualWeightNet, MeanEstimate Ahead, MeanEstimate Ic,
    double Turnover)
{
    /// <summary>Splits a span by labels of its days.</summary>
    /// <param name="simulation">The portfolio.</param>
    /// <param name="equalWeight">1/N on the same days.</param>
    /// <param name="dailyIc">The daily IC, one a day.</param>
    /// <param name="labels">One name a day; an empty one leaves the day out.</param>
    /// <param name="order">Names in the order of the result; others follow in the order they are met, those without a day are left
    /// out.</param>
    /// <exception cref="ArgumentException">The numbers of days differ.</exception>
    public static IReadOnlyList<PeriodFigures> By(
        SimulationResult simulation, SimulationResult equalWeight, double[] dailyIc, IReadOnlyList<string> labels, params string[] order)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(equalWeight);
        ArgumentNullException.ThrowIfNull(dailyIc);
        ArgumentNullException.ThrowIfNull(labels);
        var days = simulation.Days.Length;
        if (equalWeight.Days.Length != days || dailyIc.Length != days || labels.Count != days)
            throw new ArgumentException(
                $"Expected {days} days, found {equalWeight.Days.Length} of 1/N, {dailyIc.Length} ICs, {labels.Count} labels.",
                nameof(labels));

        var groups = Enumerable.Range(0, days).Where(day => labels[day].Length > 0).GroupBy(day => labels[day]).ToDictionary(
            group => group.Key, group => group.ToArray());
        return
        [
            .. order.Where(groups.ContainsKey).Concat(groups.Keys.Except(order)).Select(
                name => Compute(name, groups[name], simulation, equalWeight, dailyIc))
        ];
    }

    /// <summary>Returns each day's year as its label.</summary>
    /// <param name="days">The days.</param>
    public static IReadOnlyList<string> Years(IEnumerable<DateOnly> days) => [.. days.Select(day => $"{day.Year:0000}")];

    private static PeriodFigures Compute(
        string name, int[] days, SimulationResult simulation, SimulationResult equalWeight, double[] dailyIc)
    {
        double[] Pick(double[] values) => Array.ConvertAll(days, day => values[day]);
        return new PeriodFigures(
            name,
            days.Length,
            PaperMetrics.From(Pick(simulation.GrossReturns)),
            PaperMetrics.From(Pick(simulation.NetReturns)),
            PaperMetrics.From(Pick(equalWeight.NetReturns)),
            MeanEstimate.From(Array.ConvertAll(days, day => simulation.NetReturns[day] - equalWeight.NetReturns[day])),
            MeanEstimate.From(Pick(dailyIc)),
            Pick(simulation.Turnover).Average());
    }
}
