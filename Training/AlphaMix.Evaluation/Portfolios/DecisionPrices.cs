using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The prices known at decisions, and how far fills are from them: what is decided in shares at a close has another weight at the next
/// open. Day-major as the grid. Safe to share between threads.
/// </summary>
internal sealed class DecisionPrices
{
    private readonly int _instruments;
    private readonly double[] _closes;
    private readonly double[] _gaps;

    public DecisionPrices(MarketGrid grid, FillRule fill)
    {
        _instruments = grid.InstrumentCount;
        _closes = new double[grid.DayCount * _instruments];
        for (var cell = 0; cell < _closes.Length; cell++)
        {
            var close = grid.Close[cell];
            _closes[cell] = !double.IsNaN(close) ? close : cell < _instruments ? 0 : _closes[cell - _instruments];
        }

        _gaps = fill == FillRule.NextOpen ? new double[_closes.Length] : [];
        for (var cell = 0; cell < _gaps.Length; cell++)
        {
            var open = cell + _instruments < _closes.Length ? grid.Open[cell + _instruments] : double.NaN;
            _gaps[cell] = _closes[cell] > 0 && !double.IsNaN(open) ? open / _closes[cell] : 1;
        }
    }

    /// <summary>Returns the last close of each instrument up to a day; 0 before its first bar.</summary>
    public ReadOnlySpan<double> Closes(int day) => _closes.AsSpan(day * _instruments, _instruments);

    /// <summary>
    /// Returns each instrument's price at the fill of a day's decision over that close, 1 without a bar there; empty when orders fill at
    /// the close itself.
    /// </summary>
    public ReadOnlySpan<double> Gaps(int day) => _gaps.Length == 0 ? default : _gaps.AsSpan(day * _instruments, _instruments);
}
