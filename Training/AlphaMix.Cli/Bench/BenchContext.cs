namespace AlphaMix.Cli.Bench;

/// <summary>What all measurements share.</summary>
/// <param name="Clock">Measures wall time.</param>
/// <param name="IsQuick">Whether to be done within a minute, with fewer rounds and smaller work.</param>
/// <param name="Root">The checkout: peers are in its tests/peers, configurations in docs/examples.</param>
/// <param name="Prices">A folder with the ACL18 prices as Yahoo CSV files, or null.</param>
internal sealed record BenchContext(TimeProvider Clock, bool IsQuick, string Root, string? Prices)
{
    /// <summary>Gets a timer with the usual number of rounds.</summary>
    public PairedTimer Timer => new(Clock, IsQuick ? 3 : 9);
}
