namespace AlphaMix.Cli.Lean;

/// <summary>How far LEAN's daily returns lie from the simulator's.</summary>
/// <param name="Days">Days compared.</param>
/// <param name="MeanDifference">Mean absolute difference, in basis points.</param>
/// <param name="Largest">The days that differ most, largest first, with the signed difference LEAN - simulator in basis points.</param>
/// <param name="Above">Number of days that differ by more than <see cref="Notable"/> basis points.</param>
internal sealed record EquityComparison(int Days, double MeanDifference, IReadOnlyList<KeyValuePair<DateOnly, double>> Largest, int Above)
{
    /// <summary>A difference of a day's return that calls for an explanation, in basis points.</summary>
    public const double Notable = 5;

    private const int Shown = 5;

    /// <summary>Compares close-to-close returns on the days that both have.</summary>
    /// <param name="lean">Value at each close in LEAN.</param>
    /// <param name="simulator">Value at each close in the simulator.</param>
    public static EquityComparison Compute(
        IReadOnlyList<KeyValuePair<DateOnly, double>> lean, IReadOnlyList<KeyValuePair<DateOnly, double>> simulator)
    {
        var values = lean.ToDictionary(point => point.Key, point => point.Value);
        var shared = simulator.Where(point => values.ContainsKey(point.Key)).ToArray();
        var differences = new List<KeyValuePair<DateOnly, double>>();
        for (var i = 1; i < shared.Length; i++)
        {
            var inLean = values[shared[i].Key] / values[shared[i - 1].Key];
            var simulated = shared[i].Value / shared[i - 1].Value;
            differences.Add(KeyValuePair.Create(shared[i].Key, 10_000 * (inLean - simulated)));
        }

        return new EquityComparison(
            differences.Count,
            differences.Count == 0 ? double.NaN : differences.Average(each => Math.Abs(each.Value)),
            [.. differences.OrderByDescending(each => Math.Abs(each.Value)).Take(Shown)],
            differences.Count(each => Math.Abs(each.Value) > Notable));
    }
}
