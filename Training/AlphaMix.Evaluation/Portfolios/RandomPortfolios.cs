using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// Portfolios that draw their k instruments afresh each day from all that have a bar: the null hypothesis of no skill before costs.
/// </summary>
/// <remarks>
/// They turn over almost fully every day, so they are no null after costs, nor for a rule that keeps its names: see
/// <see cref="PermutedPortfolios"/> for those.
/// </remarks>
internal static class RandomPortfolios
{
    /// <summary>Trades <paramref name="count"/> random portfolios of k names, gross.</summary>
    /// <param name="simulator">Market and span.</param>
    /// <param name="topK">Names held on every day, at least 1.</param>
    /// <param name="seed">Seed; portfolio p is keyed by (seed, p), whatever the number of threads.</param>
    /// <param name="count">Number of portfolios, positive.</param>
    /// <param name="threads">Number of threads, at least 1; the result is the same for any.</param>
    public static PortfolioSet Run(Simulator simulator, int topK, long seed, int count, int threads) =>
        Run(simulator, _ => topK, seed, count, threads);

    /// <summary>Trades random portfolios of as many names as a timeline of daily rules holds.</summary>
    /// <param name="simulator">Market and span.</param>
    /// <param name="topK">Names held by the decision day, at least 1.</param>
    /// <param name="seed">Seed; portfolio p is keyed by (seed, p), whatever the number of threads.</param>
    /// <param name="count">Number of portfolios, positive.</param>
    /// <param name="threads">Number of threads, at least 1; the result is the same for any.</param>
    public static PortfolioSet Run(Simulator simulator, Func<DateOnly, int> topK, long seed, int count, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var (span, fills) = (simulator.Span, simulator.Fills);
        var free = new double[simulator.Grid.DayCount * fills.Instruments];
        var tradable = new int[span.Count][];
        var wanted = new int[span.Count];
        for (var day = 0; day < span.Count; day++)
        {
            wanted[day] = topK(fills.Day(span.First + day));
            tradable[day] = [.. Enumerable.Range(0, fills.Instruments).Where(i => simulator.Grid.Has(span.First + day, i))];
        }

        var returns = new double[count * span.Count];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Ledger: new Ledger(fills, free), Targets: new PortfolioTargets(), Picks: new int[wanted.Max()]),
            (p, _, own) =>
            {
                own.Ledger.Clear();
                var random = new KeyedRandom(seed, RandomPurpose.RandomPortfolios, p);
                for (var day = 0; day < span.Count; day++)
                {
                    var places = Math.Min(FreePlaces(own.Ledger, fills.States(span.First + day), wanted[day]), tradable[day].Length);
                    var picks = own.Picks.AsSpan(0, places);
                    Draw(random, tradable[day], picks);
                    own.Targets.Clear();
                    foreach (var pick in picks)
                        own.Targets.Buy(pick);
                    own.Ledger.Step(span.First + day, own.Targets);
                    returns[p * span.Count + day] = own.Ledger.Gross;
                }

                return own;
            },
            _ => { });
        return new PortfolioSet(count, span.Count, returns);
    }

    // As the daily rule: a name that cannot be sold keeps its place.
    private static int FreePlaces(Ledger ledger, ReadOnlySpan<TradingState> states, int topK)
    {
        var free = topK;
        foreach (var name in ledger.Held)
            free -= states[name] == TradingState.Halted ? 1 : 0;
        return Math.Max(free, 0);
    }

    // Robert Floyd's sample of distinct items (Bentley 1987): k draws and no shuffled copy of the universe.
    private static void Draw(KeyedRandom random, int[] from, Span<int> picks)
    {
        for (var p = 0; p < picks.Length; p++)
        {
            var last = from.Length - picks.Length + p;
            var drawn = from[random.NextInt(last + 1)];
            picks[p] = picks[..p].Contains(drawn) ? from[last] : drawn;
        }
    }
}
