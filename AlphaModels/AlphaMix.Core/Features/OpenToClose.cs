namespace AlphaMix.Core.Features;

/// <summary>open(t) / close(t) - 1.</summary>
internal sealed class OpenToClose : IFeatureFunction
{
    public string Name => "openToClose";

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => (float)(bars[^1].Open / bars[^1].Close - 1);
}
