namespace AlphaMix.Training.Forecasters;

/// <summary>The baselines of Table 3 that the CPU trainer trains.</summary>
internal static class CpuBaselines
{
    /// <summary>Gets them in the paper's order.</summary>
    public static IReadOnlyList<IBaseline> All { get; } = [new Mlp(), new Dnne(), new DeepEns(), new HyperEns()];
}
