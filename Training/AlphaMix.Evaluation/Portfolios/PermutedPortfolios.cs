using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The label-permutation null: the same scores, traded by the same rule, under other instruments' names - one random permutation of all
/// instruments, the same for all days. The result has the strategy's turnover and holding times without its skill: the null hypothesis that
/// is fair before and after costs.
/// </summary>
/// <remarks>
/// The ranking is computed once; a permutation is an index map over it. A name without a bar on the day leaves the ranking, so with missing
/// bars the turnover is a little above the strategy's.
/// </remarks>
internal static class PermutedPortfolios
{
    // A day's ranking and prices are 25 KB at 800 names, those of five years more than a cache holds: portfolios that trade a day together
    // read them once, which makes a day 1.5 times as fast. Books and working memory of more would not fit beside them in 512 KB.
    private const int Together = 8;

    /// <summary>Trades <paramref name="count"/> permuted portfolios.</summary>
    /// <param name="simulator">Market and span.</param>
    /// <param name="portfolio">The portfolio to permute; in a mixture, every strategy has the same permutation.</param>
    /// <param name="costs">The cost model.</param>
    /// <param name="seed">Seed; the permutation of portfolio p is keyed by (seed, p), whatever the number of threads and the same for every
    /// strategy.</param>
    /// <param name="count">Number of portfolios, positive.</param>
    /// <param name="threads">Number of threads, at least 1; the result is the same for any.</param>
    public static PermutedResult Run(
        Simulator simulator, Portfolio portfolio, ICostModel costs, long seed, int count, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var span = simulator.Span;
        var (gross, net) = (new double[count * span.Count], new double[count * span.Count]);
        var open = simulator.Desks(portfolio, costs);
        Parallel.For(
            0,
            (count + Together - 1) / Together,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => Array.ConvertAll(new Permuted[Together], _ => new Permuted(open(), simulator.Grid.InstrumentCount)),
            (batch, _, own) =>
            {
                var first = batch * Together;
                var portfolios = own.AsSpan(0, Math.Min(Together, count - first));
                for (var p = 0; p < portfolios.Length; p++)
                    portfolios[p].Clear(new KeyedRandom(seed, RandomPurpose.PermutedPortfolios, first + p));
                for (var day = 0; day < span.Count; day++)
                {
                    for (var p = 0; p < portfolios.Length; p++)
                    {
                        var cell = (first + p) * span.Count + day;
                        (gross[cell], net[cell]) = portfolios[p].Step(span.First + day);
                    }
                }

                return own;
            },
            _ => { });
        return new PermutedResult(new PortfolioSet(count, span.Count, gross), new PortfolioSet(count, span.Count, net));
    }

    /// <summary>A portfolio under permuted names.</summary>
    private sealed class Permuted(Desk desk, int instruments)
    {
        private readonly int[] _names = new int[instruments];

        /// <summary>Starts a new portfolio that holds cash alone, with a permutation of its own.</summary>
        public void Clear(KeyedRandom random)
        {
            for (var i = 0; i < _names.Length; i++)
                _names[i] = i;
            random.Shuffle<int>(_names);
            desk.Clear();
        }

        /// <summary>Trades a day.</summary>
        public (double Gross, double Net) Step(int day)
        {
            desk.Step(day, _names);
            return (desk.Ledger.Gross, desk.Ledger.Net);
        }
    }
}
