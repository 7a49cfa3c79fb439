using AlphaMix.Cli.Console;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>Holds the days asked for against those that pools may trade.</summary>
internal static class PoolSpan
{
    /// <summary>Returns the pools that trade in the days asked for.</summary>
    /// <param name="pools">The pools, in the order of their days.</param>
    /// <param name="request">The days, and whether they may have entered a fit.</param>
    /// <exception cref="UsageException">The days are out of order, or entered a fit.</exception>
    public static IReadOnlyList<DatedPool> Check(IReadOnlyList<DatedPool> pools, EvaluationRequest request)
    {
        var (from, to) = (request.From ?? pools[0].From, request.To ?? pools[^1].To);
        if (from >= to)
            throw new UsageException($"--from {from:yyyy-MM-dd} must lie before --to {to:yyyy-MM-dd}.");
        var fitted = pools[0].Pool.Manifest.FittedThrough;
        if (from <= fitted && !request.AllowInSample)
            throw new UsageException(
                $"--from {from:yyyy-MM-dd}: the {(pools.Count > 1 ? "first " : "")}pool was fitted on prices through "
                    + $"{fitted:yyyy-MM-dd}, so that "
                + $"scores of earlier days would be in-sample. Start on {pools[0].From:yyyy-MM-dd} or later, or pass --allow-in-sample.");
        if (from < pools[0].From && !request.AllowInSample)
            throw new UsageException(
                $"--from {from:yyyy-MM-dd}: the first pool trades from {pools[0].From:yyyy-MM-dd}. Start on that day or later.");
        // Days that are in-sample by choice may all lie before the first pool's.
        var first = from < pools[0].From ? pools[0] with { From = from } : pools[0];
        return [first, .. pools.Skip(1).Where(dated => dated.From < to)];
    }
}
