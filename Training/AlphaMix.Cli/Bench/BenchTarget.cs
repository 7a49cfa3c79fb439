using System.Globalization;

namespace AlphaMix.Cli.Bench;

/// <summary>What a figure should reach.</summary>
/// <param name="Bound">The bound, itself allowed.</param>
/// <param name="IsLeast">Whether more is better.</param>
internal readonly record struct BenchTarget(double Bound, bool IsLeast)
{
    public static BenchTarget AtLeast(double bound) => new(bound, true);

    public static BenchTarget AtMost(double bound) => new(bound, false);

    public bool IsMetBy(double value) => IsLeast ? value >= Bound : value <= Bound;

    public override string ToString() => (IsLeast ? ">= " : "<= ") + Bound.ToString("0.###", CultureInfo.InvariantCulture);
}
