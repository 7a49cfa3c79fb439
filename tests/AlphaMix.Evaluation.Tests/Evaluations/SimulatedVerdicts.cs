using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Tests.Statistics;

namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>Whole evaluations of simulated years in which four routers know so much: a planted IC, 0 for nothing.</summary>
internal static class SimulatedVerdicts
{
    public const int Days = 252;
    public const int Routers = 4;

    private const int Instruments = 40;

    /// <summary>Evaluates one market.</summary>
    /// <param name="market">Its number; seeds follow from it.</param>
    /// <param name="ic">True correlation of scores with the next return, across instruments.</param>
    /// <param name="factor">
    /// Whether instruments share a market whose variance clusters, with tails of Student's t with 6 degrees; else they are independent of each other.
    /// </param>
    /// <param name="costBps">Cost a side.</param>
    /// <param name="portfolios">Permuted portfolios a router.</param>
    public static EvaluationResult Evaluate(int market, double ic, bool factor, double costBps = 0, int portfolios = 1000)
    {
        var (grid, own) = Market(market, factor);
        var strategies = Enumerable.Range(0, Routers)
            .Select(r => new Strategy($"{r}", Scores(grid, own, ic, new KeyedRandom(market, RandomPurpose.Market, 61, r)), new DailyTopK()));
        return Evaluator.Evaluate(
            new Simulator(grid, new EvaluationSpan(0, Days), FillRule.Close),
            [.. strategies],
            [new ProportionalCosts { Bps = costBps }],
            new EvaluatorOptions { Seed = market, Portfolios = portfolios, Replications = 1000 }).Result;
    }

    /// <summary>Returns whether any router has an edge at a level.</summary>
    public static bool AnyEdge(EvaluationResult result, double level) =>
        result.Strategies.Any(strategy => Verdict.From(strategy, result with { Level = level }).HasEdge);

    // Own returns are normal with 1.5 % a day; the market, when there is one, adds the clustered series' own scale of about 1 %.
    private static (MarketGrid Grid, double[] Own) Market(int market, bool factor)
    {
        var common = NullReturns.Clustered(new KeyedRandom(market, RandomPurpose.Market, 60), Days + 1);
        var random = new KeyedRandom(market, RandomPurpose.Market, 62);
        var own = new double[(Days + 1) * Instruments];
        var close = new double[own.Length];
        for (var cell = 0; cell < own.Length; cell++)
        {
            own[cell] = random.NextNormal();
            var moved = 0.015 * own[cell] + (factor ? common[cell / Instruments] : 0);
            close[cell] = (cell < Instruments ? 100 : close[cell - Instruments]) * (1 + Math.Clamp(moved, -0.5, 0.5));
        }

        return (MarketGrid.FromArrays(
            [.. Enumerable.Range(0, Instruments).Select(i => $"S{i:000}")], [.. Enumerable.Range(0, Days + 1).Select(SmallMarket.Day)], close), own);
    }

    private static ScoreSheet Scores(MarketGrid grid, double[] own, double ic, KeyedRandom random)
    {
        var sheet = new ScoreSheet(grid);
        for (var cell = 0; cell < Days * Instruments; cell++)
        {
            var score = ic * own[cell + Instruments] + Math.Sqrt(1 - ic * ic) * random.NextNormal();
            sheet[cell / Instruments, cell % Instruments] = Math.Clamp(0.5 + score / 12, 0, 1);
        }

        return sheet;
    }
}
