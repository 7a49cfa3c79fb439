using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace MyAlpha;

/// <summary>
/// A cost that grows as trading thins out: bps * sqrt(usual dollar volume / dollar volume of the day), at most 10 times bps.
/// </summary>
public sealed class ThinMarket : ICostModel
{
    private readonly double _bps;
    private readonly double _usual;

    public ThinMarket(Parameters parameters)
    {
        parameters.RequireKnown("bps", "usualVolume");
        _bps = parameters.Number("bps", 5);
        _usual = parameters.Number("usualVolume", 10_000_000);
        if (!(_bps is >= 0 and < 1000 && _usual > 0))
            throw new ArgumentException($"expected bps in [0, 1000) and a positive usualVolume, found {_bps} and {_usual}.");
    }

    public string Name => "thinMarket";

    public Parameters Parameters => Parameters.None.With("bps", _bps).With("usualVolume", _usual);

    public double ExpectedBps => _bps;

    public double CostOf(double sharesPerUnit, double dollarVolume)
    {
        var thinness = dollarVolume > 0 ? Math.Min(10, Math.Sqrt(_usual / dollarVolume)) : double.IsNaN(dollarVolume) ? 1 : 10;
        return thinness * _bps / 10_000;
    }
}
