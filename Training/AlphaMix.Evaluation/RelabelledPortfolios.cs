using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation;

/// <summary>
/// A portfolio's own picks under other names: one random permutation of all instruments, the same for all days, replaces each pick.
/// What is left has the portfolio's turnover and holding times, and nothing of its knowledge: the fair null, before and after costs.
/// </summary>
/// <remarks>
/// A replacement without a bar on the day gives way to the next one along the permutation that has a bar and is not in the day's portfolio;
/// one that is held and halted keeps its slot. With missing bars the turnover is therefore a little above the portfolio's.
/// </remarks>
public static class RelabelledPortfolios
{
    /// <summary>Runs <paramref name="count"/> relabelled portfolios by the rules of <see cref="Simulator"/>.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days of <paramref name="model"/>.</param>
    /// <param name="model">The portfolio whose holdings are relabelled.</param>
    /// <param name="options">Fill rule and costs.</param>
    /// <param name="seed">Seed; the permutation of portfolio p is keyed by (seed, p), whatever the number of threads and the same for every model.</param>
    /// <param name="count">Number of portfolios. Default 1,000.</param>
    /// <exception cref="ArgumentException">The options are not valid, or <paramref name="model"/> does not have the days of <paramref name="span"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive, or a decision day has no later day in the grid.</exception>
    public static RelabelledResult Run(
        MarketGrid grid, EvaluationSpan span, SimulationResult model, PortfolioOptions options, long seed, int count = 1000)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        grid.Check(span, nameof(span));
        options.Validate();
        if (!model.Days.SequenceEqual(grid.Days.Skip(span.First).Take(span.Count)))
            throw new ArgumentException($"The portfolio must have the span's {span.Count} days, found {model.Days.Length} others.", nameof(model));

        var fills = new FillTable(grid, options);
        var holdings = Array.ConvertAll(model.Holdings, day => Array.ConvertAll(day, holding => holding.Instrument));
        var gross = new double[count * span.Count];
        var net = new double[gross.Length];
        Parallel.For(
            0,
            count,
            () => new Relabeller(grid, fills),
            (p, _, relabeller) =>
            {
                relabeller.Start(new KeyedRandom(seed, RandomPurpose.RelabelledPortfolios, p));
                for (var day = 0; day < span.Count; day++)
                {
                    var ledger = relabeller.Step(span.First + day, holdings[day]);
                    gross[p * span.Count + day] = ledger.Gross;
                    net[p * span.Count + day] = ledger.Net;
                }

                return relabeller;
            },
            _ => { });
        return new RelabelledResult(new PortfolioSet(count, span.Count, gross), new PortfolioSet(count, span.Count, net));
    }
}
