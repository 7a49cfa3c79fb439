using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation;

/// <summary>Portfolios that draw their k instruments afresh each day from all that have a bar: what no skill looks like before costs.</summary>
/// <remarks>They turn over almost fully every day, so they say nothing after costs: see <see cref="RelabelledPortfolios"/> for that.</remarks>
public static class RandomPortfolios
{
    /// <summary>Runs <paramref name="count"/> random portfolios by the rules of <see cref="Simulator"/>, gross.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days.</param>
    /// <param name="options">Number of instruments and fill rule; costs and buffer do not matter.</param>
    /// <param name="seed">Seed; portfolio p is keyed by (seed, p), whatever the number of threads.</param>
    /// <param name="count">Number of portfolios. Default 1,000.</param>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive, or a decision day has no later day in the grid.</exception>
    public static PortfolioSet Run(MarketGrid grid, EvaluationSpan span, PortfolioOptions options, long seed, int count = 1000)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        grid.Check(span, nameof(span));
        options.Validate();

        var fills = new FillTable(grid, options);
        var tradable = new int[span.Count][];
        for (var day = 0; day < span.Count; day++)
            tradable[day] = [.. Enumerable.Range(0, grid.InstrumentCount).Where(i => grid.Has(span.First + day, i))];

        var returns = new double[count * span.Count];
        Parallel.For(
            0,
            count,
            () => (Ledger: new Ledger(fills), Picks: new int[options.TopK]),
            (p, _, desk) =>
            {
                desk.Ledger.Clear();
                var random = new KeyedRandom(seed, RandomPurpose.RandomPortfolios, p);
                for (var day = 0; day < span.Count; day++)
                {
                    var slots = Math.Min(desk.Ledger.FreeSlots(span.First + day, options.TopK), tradable[day].Length);
                    var picks = desk.Picks.AsSpan(0, slots);
                    Draw(random, tradable[day], picks);
                    desk.Ledger.Step(span.First + day, picks);
                    returns[p * span.Count + day] = desk.Ledger.Gross;
                }

                return desk;
            },
            _ => { });
        return new PortfolioSet(count, span.Count, returns);
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
