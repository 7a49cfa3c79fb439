namespace AlphaMix.Training.Forecasters;

/// <summary>The baselines of Table 3 that need no TorchSharp.</summary>
internal static class CpuBaselines
{
    /// <summary>Gets them in the paper's order.</summary>
    public static IReadOnlyList<IBaseline> All { get; } =
        [new Mlp(), TreeBaseline.LightGbm, TreeBaseline.CatBoost, new Dnne(), new DeepEns(), new HyperEns()];
}
