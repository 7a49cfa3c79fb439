using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Tests.Statistics;

namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>
/// Evaluations of simulated years, with the year before as history, in markets whose returns have a market and two more common factors: one of
/// volatility, one of dollar volume. Scores know nothing of the next day, but may know a name's exposures.
/// </summary>
internal static class FactorMarkets
{
    private const int Days = 252;
    private const int History = 260;
    private const int Instruments = 60;

    /// <summary>Judges strategies without skill on one market.</summary>
    /// <param name="market">Its number; seeds follow from it.</param>
    /// <param name="premium">
    /// What a factor pays a year, per standard deviation of exposure; 0 for factors that are not priced. A quarter of the names has a mean
    /// exposure of 1.3.
    /// </param>
    /// <param name="exposed">Whether scores are the names' exposures to both factors, with as much noise; else noise alone.</param>
    /// <param name="isPractical">Whether one rank buffer trades at 0 and 10 basis points a side, else four daily top 4 without costs.</param>
    /// <param name="level">Level of the verdict.</param>
    /// <returns>Whether any strategy has an edge, and whether one would without the test of alpha.</returns>
    public static (bool Edge, bool WithoutAlpha) Judge(int market, double premium, bool exposed, bool isPractical, double level = 0.01)
    {
        var (grid, exposures) = Market(market, premium);
        IPortfolioRule rule = isPractical ? new RankBuffer() : new DailyTopK();
        Strategy[] strategies =
        [
            .. Enumerable.Range(0, isPractical ? 1 : 4).Select(r => new Strategy(
                $"{r}", Scores(grid, exposed ? exposures : null, new KeyedRandom(market, RandomPurpose.Market, 73, r)), rule))
        ];
        ICostModel[] costs = isPractical ? [new ProportionalCosts(), new ProportionalCosts { Bps = 10 }] : [new ProportionalCosts()];
        EvaluationResult Evaluate(int portfolios) => Evaluator.Evaluate(
            new Simulator(grid, new EvaluationSpan(History, Days), isPractical ? FillRule.NextOpen : FillRule.Close),
            strategies,
            costs,
            new EvaluatorOptions { Seed = market, Portfolios = portfolios, Replications = 1000, Level = level, Threads = 1 }).Result;

        // Permuted portfolios are most of the work, and cannot help a strategy that fails already.
        Verdict[] Verdicts(EvaluationResult result) => [.. result.Strategies.Select(strategy => Verdict.From(strategy, result))];
        if (!Verdicts(Evaluate(0)).Any(verdict => (verdict with { BeatsPermuted = true, AlphaHolds = true }).HasEdge))
            return (false, false);
        var verdicts = Verdicts(Evaluate(200));
        return (verdicts.Any(verdict => verdict.HasEdge), verdicts.Any(verdict => (verdict with { AlphaHolds = true }).HasEdge));
    }

    private static (MarketGrid Grid, double[][] Exposures) Market(int market, double premium)
    {
        var random = new KeyedRandom(market, RandomPurpose.Market, 71);
        var all = History + Days + 2;
        double[][] exposures = [Spread(random), Spread(random), Spread(random)];
        var common = NullReturns.Clustered(new KeyedRandom(market, RandomPurpose.Market, 70), all, mean: 0.0004);
        var (close, volume) = (new double[all * Instruments], new double[all * Instruments]);
        for (var day = 0; day < all; day++)
        {
            double[] factors = [.. Enumerable.Range(0, 2).Select(_ => premium / 252 + 0.004 * random.NextNormal())];
            for (var i = 0; i < Instruments; i++)
            {
                // Exposure to the first factor makes a name calm, to the second much traded.
                var (calm, traded, beta) = (exposures[0][i], exposures[1][i], 1 + 0.2 * exposures[2][i]);
                var moved = beta * common[day] + calm * factors[0] + traded * factors[1] + 0.015 * (1 - 0.3 * calm) * random.NextNormal();
                close[day * Instruments + i] = (day == 0 ? 100 : close[(day - 1) * Instruments + i]) * (1 + Math.Clamp(moved, -0.5, 0.5));
                volume[day * Instruments + i] = 1e7 * Math.Exp(traded + 0.3 * random.NextNormal());
            }
        }

        return (
            MarketGrid.FromArrays(
                [.. Enumerable.Range(0, Instruments).Select(i => $"S{i:000}")], [.. Enumerable.Range(0, all).Select(SmallMarket.Day)], close,
                dollarVolume: volume),
            exposures);
    }

    /// <summary>Returns evenly spread exposures of mean 0 and deviation 1, in random order.</summary>
    private static double[] Spread(KeyedRandom random)
    {
        double[] values = [.. Enumerable.Range(0, Instruments).Select(i => Math.Sqrt(12) * ((i + 0.5) / Instruments - 0.5))];
        random.Shuffle<double>(values);
        return values;
    }

    private static ScoreSheet Scores(MarketGrid grid, double[][]? exposures, KeyedRandom random)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < Instruments; i++)
            {
                var known = exposures is null ? 0 : exposures[0][i] + exposures[1][i];
                sheet[day, i] = Math.Clamp(0.5 + (known + random.NextNormal()) / 16, 0, 1);
            }
        }

        return sheet;
    }
}
