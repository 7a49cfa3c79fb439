namespace AlphaMix.Core.Features;

/// <summary>low(t) / close(t) - 1.</summary>
internal sealed class LowToClose : IFeatureFunction
{
    public string Name => "lowToClose";

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => (float)(bars[^1].Low / bars[^1].Close - 1);
}
