using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace MyAlpha;

/// <summary>The mean overnight return of the last bars, open(t) / close(t - 1) - 1, each clipped to [-clip, clip].</summary>
public sealed class Overnight : IFeatureFunction
{
    private readonly double _clip;

    public Overnight(Parameters parameters)
    {
        parameters.RequireKnown("clip");
        _clip = parameters.Number("clip", 0.1);
        if (!(_clip > 0))
            throw new ArgumentException($"clip must be positive, found {_clip}.");
    }

    public string Name => "overnight";

    public Parameters Parameters => Parameters.None.With("clip", _clip);

    public int LeastLookback => 2;

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source)
    {
        var sum = 0.0;
        for (var i = 1; i < bars.Length; i++)
            sum += Math.Clamp(bars[i].Open / bars[i - 1].Close - 1, -_clip, _clip);
        return (float)(sum / (bars.Length - 1));
    }
}
