using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Lean;

/// <summary>Which markets of equities a LEAN data folder has.</summary>
internal static class LeanMarkets
{
    /// <summary>LEAN's name of the United States.</summary>
    public const string UnitedStates = "usa";

    /// <summary>Our name of the Shanghai Stock Exchange; LEAN has none.</summary>
    public const string Shanghai = "sse";

    /// <summary>Returns the markets with daily or hourly bars, in ordinal order; empty when there are none.</summary>
    /// <param name="root">Any path.</param>
    public static IReadOnlyList<string> In(string root)
    {
        var equities = Path.Combine(root, "equity");
        return Directory.Exists(equities)
            ?
            [
                .. Directory.EnumerateDirectories(equities).Select(path => Path.GetFileName(path))
                    .Where(market => Enum.GetValues<BarResolution>().Any(each => Directory.Exists(new LeanPaths(root, market).Bars(each))))
                    .Order(StringComparer.Ordinal)
            ]
            : [];
    }

    /// <summary>
    /// Returns the market that a folder is read for: its only one, or the United States, which LEAN's own folder has beside others; also
    /// where there is none.
    /// </summary>
    /// <param name="root">The data folder.</param>
    /// <exception cref="DataException">There are several markets, and none is the United States.</exception>
    public static string Of(string root)
    {
        var markets = In(root);
        if (markets.Count <= 1 || markets.Contains(UnitedStates))
            return markets.Count == 1 ? markets[0] : UnitedStates;
        throw new DataException(
            $"{root}: found the markets {string.Join(", ", markets)}, expected one; put each into a data folder of its own.");
    }

    /// <summary>Requires that a folder has no other market, whose bars would be read in the place of those to be written.</summary>
    /// <param name="root">The data folder, there or not.</param>
    /// <param name="market">The market to be written.</param>
    /// <exception cref="DataException">The folder has another market.</exception>
    public static void RequireAlone(string root, string market)
    {
        var others = In(root).Where(other => other != market).ToArray();
        if (others.Length > 0 && market != UnitedStates)
            throw new DataException(
                $"{root}: found the market {others[0]}, expected a folder without another market than {market}; import into a data folder of "
                    + $"its own.");
    }
}
