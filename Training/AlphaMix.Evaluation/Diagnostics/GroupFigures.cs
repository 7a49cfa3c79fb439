using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What one group of experts would have done alone on the span.</summary>
/// <param name="Name">The group.</param>
/// <param name="Accuracy">Share of samples on which its P(up) above one half and a positive return agree.</param>
/// <param name="Ic">Mean daily IC.</param>
/// <param name="Gross">Its top-k portfolio before costs.</param>
/// <param name="Net">The same after costs.</param>
/// <param name="WithMixture">Mean daily correlation of its P(up) with the mixture's, across instruments; NaN where either does not
/// vary.</param>
/// <param name="ValidationProfit">What it earned on the validation span, as a fraction: what routers chose by. NaN when unknown.</param>
internal sealed record GroupFigures(
    string Name, double Accuracy, MeanEstimate Ic, PaperMetrics Gross, PaperMetrics Net, double WithMixture, double ValidationProfit)
{
    /// <summary>Judges a group.</summary>
    /// <param name="name">The group.</param>
    /// <param name="grid">Prices.</param>
    /// <param name="own">The group's P(up).</param>
    /// <param name="mixture">The P(up) of all groups together.</param>
    /// <param name="span">Decision days.</param>
    /// <param name="simulation">The group's portfolio on those days.</param>
    /// <param name="fill">Which return is meant.</param>
    /// <param name="validationProfit">What it earned on the validation span, or NaN.</param>
    /// <exception cref="ArgumentException">A sheet does not have the shape of the grid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day of the span has no later day in the grid.</exception>
    public static GroupFigures Compute(
        string name, MarketGrid grid, ScoreSheet own, ScoreSheet mixture, EvaluationSpan span, SimulationResult simulation, FillRule fill,
        double validationProfit = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(simulation);
        mixture.Check(grid, nameof(mixture));
        var forecast = InformationCoefficient.From(grid, own, span, fill);
        return new GroupFigures(
            name,
            forecast.Accuracy,
            MeanEstimate.From(forecast.Daily),
            PaperMetrics.From(simulation.GrossReturns),
            PaperMetrics.From(simulation.NetReturns),
            Distribution.From(Correlations(own, mixture, span)).Mean,
            validationProfit);
    }

    private static double[] Correlations(ScoreSheet own, ScoreSheet mixture, EvaluationSpan span) =>
    [
        .. Enumerable.Range(span.First, span.Count).Select(day =>
        {
            int[] scored =
                [.. Enumerable.Range(0, own.InstrumentCount).Where(i => !double.IsNaN(own[day, i]) && !double.IsNaN(mixture[day, i]))];
            return Correlation.Pearson(Array.ConvertAll(scored, i => own[day, i]), Array.ConvertAll(scored, i => mixture[day, i]));
        })
    ];
}
