using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests;

/// <summary>Markets small enough to work out by hand. 0 in a table of prices or scores means none.</summary>
internal static class SmallMarket
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static DateOnly Day(int index) => Start.AddDays(index);

    /// <summary>Returns every day but the last, which has no return to earn.</summary>
    public static EvaluationSpan All(MarketGrid grid) => new(0, grid.DayCount - 1);

    /// <summary>Returns a fill with proportional costs.</summary>
    public static TradingTerms Terms(double costBps = 0, FillRule fill = FillRule.Close, double perShare = 0) =>
        new() { Fill = fill, Costs = new ProportionalCosts { Bps = costBps, PerShare = perShare } };

    /// <summary>One row a day, one column for each of the instruments A, B, C...</summary>
    public static MarketGrid Grid(double[][] close, double[][]? open = null, double[][]? scale = null) =>
        MarketGrid.FromArrays(
            [.. Enumerable.Range(0, close[0].Length).Select(i => ((char)('A' + i)).ToString())],
            [.. Enumerable.Range(0, close.Length).Select(Day)],
            Flat(close),
            open is null ? null : Flat(open),
            scale is null ? null : Flat(scale));

    public static ScoreSheet Scores(MarketGrid grid, params double[][] rows)
    {
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < rows.Length; day++)
        {
            for (var i = 0; i < rows[day].Length; i++)
                sheet[day, i] = rows[day][i] == 0 ? double.NaN : rows[day][i];
        }

        return sheet;
    }

    /// <summary>Prices of independent, identically distributed returns; a share <paramref name="gaps"/> of the bars is missing.</summary>
    public static MarketGrid Random(int days, int instruments, int seed, double gaps = 0)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market);
        var close = new double[days * instruments];
        var open = new double[close.Length];
        for (var i = 0; i < instruments; i++)
        {
            var price = 100.0;
            for (var day = 0; day < days; day++)
            {
                var cell = day * instruments + i;
                open[cell] = price * (1 + 0.005 * random.NextSymmetric(1));
                price *= 1 + 0.02 * random.NextSymmetric(1);
                close[cell] = price;
                if (random.NextDouble() < gaps)
                    open[cell] = close[cell] = double.NaN;
            }
        }

        return MarketGrid.FromArrays(
            [.. Enumerable.Range(0, instruments).Select(i => $"S{i:000}")], [.. Enumerable.Range(0, days).Select(Day)], close, open);
    }

    /// <summary>Scores that know nothing; one key gives one sheet.</summary>
    public static ScoreSheet RandomScores(MarketGrid grid, int seed, double silent = 0)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market, 1);
        var sheet = new ScoreSheet(grid);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < grid.InstrumentCount; i++)
            {
                var score = random.NextDouble();
                sheet[day, i] = random.NextDouble() < silent ? double.NaN : score;
            }
        }

        return sheet;
    }

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row).Select(value => value == 0 ? double.NaN : value)];
}
