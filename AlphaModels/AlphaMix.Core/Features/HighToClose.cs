namespace AlphaMix.Core.Features;

/// <summary>high(t) / close(t) - 1.</summary>
internal sealed class HighToClose : IFeatureFunction
{
    public string Name => "highToClose";

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) => (float)(bars[^1].High / bars[^1].Close - 1);
}
