using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Cli.Sessions;

/// <summary>
/// Checks that prices fit the paper's configuration: it has the paper's dates, and would train on the wrong years of others, or on none.
/// </summary>
internal static class PaperPrices
{
    /// <summary>Requires the prices of one of the paper's markets, and suggests a split for others.</summary>
    /// <param name="prices">The folder.</param>
    /// <param name="data">Its path, for the message.</param>
    /// <param name="market">The market.</param>
    /// <exception cref="UsageException">The folder has other prices.</exception>
    public static void Require(IPriceFolder prices, string data, PaperMarket market)
    {
        var names = prices.Instruments(PaperConfiguration.Of(market).Data.Resolution);
        if (PaperConfiguration.Fits(market, names))
            return;
        var length = market == PaperMarket.Sz50 ? "hourly" : "daily";
        var found = names.Count == 0 ? $"no {length} prices" : $"{names.Count} instruments with {length} prices, "
            + $"{string.Join(", ", names.Take(3))}{(names.Count > 3 ? ", ..." : "")}";
        var (name, preset, other) = market == PaperMarket.Sz50
            ? ("SZ50", "csv DIR --preset sz50", PaperMarket.Acl18)
            : ("ACL18", "yahoo", PaperMarket.Sz50);
        var isOther = PaperConfiguration.Fits(other, prices.Instruments(PaperConfiguration.Of(other).Data.Resolution));
        throw new UsageException(
            $"{data}: found {found}; the default configuration is the paper's and needs the prices of {name} "
            + $"(`alphamix data import {preset}`). "
            + (isOther
                ? $"These are the paper's other market: pass --market {other.ToString().ToLowerInvariant()}."
                : "For prices of your own pass --config with a split of your own, "
                    + "as in the paper the last year (or fifth) for test, the year before for validation, the rest for training: "
                    + Suggested(prices, prices.Instruments(BarResolution.Daily))));
    }

    private static string Suggested(IPriceFolder prices, IReadOnlyList<string> daily)
    {
        if (daily.Count == 0)
            return "{ \"split\": { \"trainFrom\": ..., \"validationFrom\": ..., \"testFrom\": ..., \"testTo\": ... } }.";
        var series = daily.Take(5).Select(name => prices.Read(name, BarResolution.Daily, new IntegrityReport())).Where(
            each => each.Count > 0).ToArray();
        if (series.Length == 0)
            return "the first five instruments have no bar.";
        var (start, end) = (series.Min(each => each.Bars[0].Day), series.Max(each => each.Bars[^1].Day));

        // With less than four years a year of test would leave too little to train on: a fifth then.
        var year = Math.Min(365, (end.DayNumber - start.DayNumber) / 5);
        return $"{{ \"split\": {{ \"trainFrom\": \"{start:yyyy-MM-dd}\", \"validationFrom\": \"{end.AddDays(-2 * year):yyyy-MM-dd}\", "
            + $"\"testFrom\": \"{end.AddDays(-year):yyyy-MM-dd}\", \"testTo\": \"{end:yyyy-MM-dd}\" }} }}.";
    }
}
