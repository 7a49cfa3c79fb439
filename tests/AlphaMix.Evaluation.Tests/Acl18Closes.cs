using AlphaMix.Evaluation.Markets;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests;

/// <summary>Raw closes of the paper's 84 US stocks: zero-volume bars kept, the three null rows filled as in the authors' copy.</summary>
internal static class Acl18Closes
{
    /// <summary>The days of the authors' evaluation: 253, the last return ending on 2017-09-01.</summary>
    public static (DateOnly From, DateOnly To) TestDays => (new(2016, 8, 31), new(2017, 9, 1));

    public static MarketGrid Load()
    {
        var prices = Acl18Prices.Load();
        var close = new double[prices.Dates.Length * prices.Names.Length];
        for (var i = 0; i < prices.Names.Length; i++)
            for (var day = 0; day < prices.Dates.Length; day++)
                close[day * prices.Names.Length + i] = prices.Close[i][day];
        return MarketGrid.FromArrays(prices.Names, prices.Dates, close);
    }
}
