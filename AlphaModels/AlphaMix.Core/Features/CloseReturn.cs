namespace AlphaMix.Core.Features;

/// <summary>close(t) / close(t - L + 1) - 1.</summary>
internal sealed class CloseReturn : IFeatureFunction
{
    public string Name => "return";

    public int LeastLookback => 2;

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => (float)(bars[^1].CloseOf(source) / bars[0].CloseOf(source) - 1);
}
