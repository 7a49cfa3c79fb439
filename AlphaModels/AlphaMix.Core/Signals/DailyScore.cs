namespace AlphaMix.Core.Signals;

/// <summary>
/// Mixes P(up) and the reversal prior of one day: the weighted mean of their ranks across the instruments. Not thread-safe.
/// </summary>
public sealed class DailyScore
{
    private int[] _order = [];

    /// <summary>
    /// Mixes ranks; both are taken as (rank - 1/2) / n in (0, 1), the highest value nearest to 1, equal values sharing their mean.
    /// </summary>
    /// <param name="probabilities">P(up) of the names scored on the day, shape <c>(n)</c>; not read when the prior's share is 1.</param>
    /// <param name="priors">Their priors in the same order, shape <c>(n)</c>; not read when the prior's share is 0.</param>
    /// <param name="priorWeight">Share of the prior (<see cref="Pools.PoolManifest.PriorWeight"/>), in [0, 1].</param>
    /// <param name="scores">Receives one score a name, shape <c>(n)</c>, in (0, 1).</param>
    public void Mix(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> priors, double priorWeight, Span<double> scores)
    {
        scores.Clear();
        if (priorWeight < 1)
            AddRanks(probabilities, 1 - priorWeight, scores);
        if (priorWeight > 0)
            AddRanks(priors, priorWeight, scores);
    }

    private void AddRanks(ReadOnlySpan<float> values, double share, Span<double> scores)
    {
        if (_order.Length < values.Length)
            _order = new int[values.Length];
        var order = _order.AsSpan(0, values.Length);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var keys = values.Length <= 1024 ? stackalloc float[values.Length] : new float[values.Length];
        values.CopyTo(keys);
        keys.Sort(order);
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && keys[end] == keys[first])
                end++;
            var rank = (first + end) / (2.0 * order.Length);
            for (; first < end; first++)
                scores[order[first]] += share * rank;
        }
    }
}
