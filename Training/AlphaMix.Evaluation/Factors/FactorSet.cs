using System.Globalization;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Factors;

/// <summary>
/// The portfolios that anyone can buy: 1/N, 1/N that is not rebalanced, and a quarter of the names by each factor. All trade the
/// evaluation's days, universe and fill by the one simulator, at the costs of its verdict.
/// </summary>
/// <param name="EqualWeight">1/N, rebalanced daily.</param>
/// <param name="DriftingEqualWeight">
/// 1/N bought once: names that begin to trade enter, nothing else is traded. It is what rules fall back to.
/// </param>
/// <param name="Factors">Those that could be formed, in the order of <see cref="FactorList"/>.</param>
/// <param name="LeftOut">Those that could not.</param>
internal sealed record FactorSet(
    FactorPortfolio EqualWeight,
    FactorPortfolio DriftingEqualWeight,
    IReadOnlyList<FactorPortfolio> Factors,
    IReadOnlyList<FactorOmission> LeftOut)
{
    /// <summary>
    /// Gets the rule of every factor: a quarter of the names ranked, at least one; a name stays until it leaves the upper half, and what it
    /// frees goes to those that enter.
    /// </summary>
    public static RankBuffer Rule { get; } = new() { ScoreDays = 1, MinPositions = 1, MinUniverse = 2 };

    /// <summary>Gets all portfolios: both 1/N, then the factors.</summary>
    public IEnumerable<FactorPortfolio> All => [EqualWeight, DriftingEqualWeight, .. Factors];

    /// <summary>
    /// Gets the daily returns that strategies are regressed on, after costs: of 1/N, then of each factor less that of 1/N, so that the
    /// slope on 1/N is the whole exposure to the market.
    /// </summary>
    public IReadOnlyList<double[]> Regressors =>
    [
        EqualWeight.Simulation.NetReturns,
        .. Factors.Select(factor => Metrics.ActiveReturns.Daily(factor.Simulation.NetReturns, EqualWeight.Simulation.NetReturns))
    ];

    /// <summary>Trades the portfolios.</summary>
    /// <param name="simulator">Prices, decision days and fill.</param>
    /// <param name="history">
    /// Prices and volumes of the simulator's days and of those before, which the factors need for the first of them.
    /// </param>
    /// <param name="costs">The cost model.</param>
    /// <param name="equalWeight">1/N at these costs, traded by <paramref name="simulator"/>.</param>
    public static FactorSet Trade(Simulator simulator, MarketGrid history, ICostModel costs, SimulationResult equalWeight)
    {
        var drifting = simulator.Run(new RankedPortfolio(null, new RuleTimeline(new RankBuffer { MinUniverse = int.MaxValue })), costs);
        var set = new FactorSet(
            new("equalWeight", "1/N", "every name, rebalanced to equal weights every day", equalWeight),
            new("driftingEqualWeight", "1/N, not rebalanced", "every name in equal weights, bought once", drifting),
            [],
            []);
        var bars = new FactorHistory(history);
        var sheets = FactorScores.Compute(FactorList.All, bars, simulator.Grid, simulator.Span);
        for (var f = 0; f < sheets.Length; f++)
            set = set.With(FactorList.All[f], sheets[f], bars, simulator, costs);
        return set;
    }

    private FactorSet With(Factor factor, ScoreSheet scores, FactorHistory history, Simulator simulator, ICostModel costs)
    {
        if (Fault(factor, scores, history, simulator) is { } fault)
            return LeaveOut(fault);
        var simulation = simulator.Run(scores, new RuleTimeline(Rule), costs);
        var with = this with { Factors = [.. Factors, new(factor.Key, factor.Name, factor.Definition, simulation)] };
        return FactorRegression.AreIndependent(with.Regressors) ? with : LeaveOut("its returns follow from those of the others");

        FactorSet LeaveOut(string reason) => this with { LeftOut = [.. LeftOut, new(factor.Name, reason)] };
    }

    private static string? Fault(Factor factor, ScoreSheet scores, FactorHistory history, Simulator simulator)
    {
        if (factor.NeedsVolume && !history.HasVolumes)
            return "volumes are not known";
        var (grid, first) = (simulator.Grid, simulator.Span.First);
        int[] trading = [.. Enumerable.Range(0, grid.InstrumentCount).Where(i => grid.Has(first, i))];
        var scored = trading.Count(i => !double.IsNaN(scores[first, i]));
        return scored >= 2 && 2 * scored >= trading.Length
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"it needs {factor.Bars} bars up to the first day, which {scored} of {trading.Length} instruments have");
    }
}
