using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The label-permutation null: the same scores, traded by the same rule, under other instruments' names - one random permutation of all
/// instruments, the same for all days. What is left has the strategy's turnover and holding times, and nothing of its knowledge: the fair
/// null, before and after costs.
/// </summary>
/// <remarks>
/// The ranking is computed once; a permutation is an index map over it. A name without a bar on the day leaves the ranking, so with missing
/// bars the turnover is a little above the strategy's.
/// </remarks>
internal static class PermutedPortfolios
{
    /// <summary>Trades <paramref name="count"/> permuted portfolios.</summary>
    /// <param name="simulator">Market and span.</param>
    /// <param name="ranking">The strategy's ranking.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="costs">What trades cost.</param>
    /// <param name="seed">Seed; the permutation of portfolio p is keyed by (seed, p), whatever the number of threads and the same for every
    /// strategy.</param>
    /// <param name="count">Number of portfolios, positive.</param>
    /// <param name="threads">Number of threads, at least 1; the result is the same for any.</param>
    public static PermutedResult Run(
        Simulator simulator, Ranking ranking, IPortfolioRule rule, ICostModel costs, long seed, int count, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var span = simulator.Span;
        var gross = new double[count * span.Count];
        var net = new double[gross.Length];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Desk: simulator.Open(ranking, rule, costs), Names: new int[simulator.Grid.InstrumentCount]),
            (p, _, own) =>
            {
                for (var i = 0; i < own.Names.Length; i++)
                    own.Names[i] = i;
                new KeyedRandom(seed, RandomPurpose.PermutedPortfolios, p).Shuffle<int>(own.Names);
                own.Desk.Clear();
                for (var day = 0; day < span.Count; day++)
                {
                    own.Desk.Step(span.First + day, own.Names);
                    gross[p * span.Count + day] = own.Desk.Ledger.Gross;
                    net[p * span.Count + day] = own.Desk.Ledger.Net;
                }

                return own;
            },
            _ => { });
        return new PermutedResult(new PortfolioSet(count, span.Count, gross), new PortfolioSet(count, span.Count, net));
    }
}
