using AlphaMix.Core.Features;

namespace AlphaMix.Evaluation.Markets;

/// <summary>
/// Opening and closing prices of all instruments on all trading days, day-major: the value of a cell is at
/// <c>day * InstrumentCount + instrument</c>. Immutable; safe to share between threads.
/// </summary>
public sealed class MarketGrid
{
    private readonly double[] _open;
    private readonly double[] _close;
    private readonly double[] _scale;
    private readonly double[] _dollarVolume;
    private readonly Dictionary<string, int> _columns;

    private MarketGrid(string[] instruments, DateOnly[] days, double[] open, double[] close, double[] scale, double[]? dollarVolume)
    {
        Instruments = instruments;
        Days = days;
        (_open, _close, _scale, _dollarVolume) = (open, close, scale, dollarVolume ?? []);
        _columns = new Dictionary<string, int>(instruments.Length, StringComparer.Ordinal);
        for (var i = 0; i < instruments.Length; i++)
            _columns.Add(instruments[i], i);
    }

    /// <summary>Gets the instruments' keys in ordinal order, so that a tie goes to the lower column.</summary>
    public IReadOnlyList<string> Instruments { get; }

    /// <summary>Gets the trading days, ascending.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Gets the number of instruments.</summary>
    public int InstrumentCount => Instruments.Count;

    /// <summary>Gets the number of trading days.</summary>
    public int DayCount => Days.Count;

    /// <summary>
    /// Gets the adjusted opening price of each day's first usable bar, shape <c>(days, instruments)</c>; NaN where there is none.
    /// </summary>
    public ReadOnlySpan<double> Open => _open;

    /// <summary>
    /// Gets the adjusted closing price of each day's last usable bar, shape <c>(days, instruments)</c>; NaN where there is none.
    /// </summary>
    public ReadOnlySpan<double> Close => _close;

    /// <summary>
    /// Gets the factor from a price as traded to an adjusted one (<see cref="Bar.Scale"/>), shape <c>(days, instruments)</c>; NaN where
    /// there is no bar.
    /// </summary>
    public ReadOnlySpan<double> Scale => _scale;

    /// <summary>
    /// Gets the value of the shares traded on the day (shares times the close as traded, over the day's bars), shape <c>(days,
    /// instruments)</c>; NaN where there is no bar, empty when volumes are not known.
    /// </summary>
    public ReadOnlySpan<double> DollarVolume => _dollarVolume;

    /// <summary>Builds the grid of <paramref name="series"/> from <paramref name="from"/> to the end of the data.</summary>
    /// <param name="series">One series per instrument, in any order; bars that are not usable (<see cref="Bar.IsUsable"/>) leave their cell
    /// empty.</param>
    /// <param name="from">First day of the grid.</param>
    /// <returns>A grid over the union of the days on which at least one instrument has a usable bar.</returns>
    /// <exception cref="ArgumentException">Two series have the same instrument.</exception>
    public static MarketGrid From(IReadOnlyList<BarSeries> series, DateOnly from) => From(series, from, DateOnly.MaxValue);

    /// <summary>Builds the grid that decisions in [<paramref name="from"/>, <paramref name="to"/>) need.</summary>
    /// <param name="series">One series per instrument, in any order; bars that are not usable (<see cref="Bar.IsUsable"/>) leave their cell
    /// empty.</param>
    /// <param name="from">First day of the grid.</param>
    /// <param name="to">
    /// Day after the last decision. Not the end of the grid: it carries every later day of the data too, because the last decisions earn
    /// their return there (<see cref="Span"/>).
    /// </param>
    /// <returns>A grid over the union of the days on which at least one instrument has a usable bar.</returns>
    /// <exception cref="ArgumentException">Two series have the same instrument, or <paramref name="to"/> is before
    /// <paramref name="from"/>.</exception>
    public static MarketGrid From(IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (to < from)
            throw new ArgumentException($"The span must not end before it starts, found {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.", nameof(to));

        var sorted = series.OrderBy(one => one.Instrument, StringComparer.Ordinal).ToArray();
        var instruments = Array.ConvertAll(sorted, one => one.Instrument);
        CheckInstruments(instruments, nameof(series));
        var days = UsableDays(sorted, from);
        var rows = new Dictionary<DateOnly, int>(days.Length);
        for (var day = 0; day < days.Length; day++)
            rows.Add(days[day], day);

        var open = Empty(days.Length * sorted.Length);
        var close = Empty(open.Length);
        var scale = Empty(open.Length);
        var dollarVolume = Empty(open.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            foreach (ref readonly var bar in sorted[i].Bars)
            {
                if (!bar.IsUsable || bar.Day < from)
                    continue;
                var cell = rows[bar.Day] * sorted.Length + i;
                var value = bar.Volume * bar.Close / bar.Scale;
                dollarVolume[cell] = double.IsNaN(open[cell]) ? value : dollarVolume[cell] + value;
                if (double.IsNaN(open[cell]))
                    open[cell] = bar.Open;
                close[cell] = bar.Close;
                scale[cell] = bar.Scale;
            }
        }

        return new MarketGrid(instruments, days, open, close, scale, dollarVolume);
    }

    /// <summary>
    /// Builds a grid from plain arrays, each of shape <c>(days, instruments)</c> with NaN where there is no bar; the arrays are taken over,
    /// not copied.
    /// </summary>
    /// <param name="instruments">Keys in strictly ascending ordinal order.</param>
    /// <param name="days">Trading days in strictly ascending order.</param>
    /// <param name="close">Adjusted closing prices, positive or NaN.</param>
    /// <param name="open">
    /// Adjusted opening prices, positive, with NaN in the same cells; null takes the closing prices, for data that has nothing else.
    /// </param>
    /// <param name="scale">Factors from prices as traded to adjusted ones, positive, with NaN in the same cells; null means 1.</param>
    /// <param name="dollarVolume">Value of the shares traded, positive, with NaN in the same cells; null when it is not known.</param>
    /// <exception cref="ArgumentException">Names or days are not in ascending order, an array has the wrong length, or a price is not
    /// positive and finite.</exception>
    public static MarketGrid FromArrays(
        string[] instruments, DateOnly[] days, double[] close, double[]? open = null, double[]? scale = null, double[]? dollarVolume = null)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(close);
        CheckInstruments(instruments, nameof(instruments));
        for (var day = 1; day < days.Length; day++)
        {
            if (days[day] <= days[day - 1])
                throw new ArgumentException(
                    $"Days must ascend, found {days[day]:yyyy-MM-dd} after {days[day - 1]:yyyy-MM-dd}.", nameof(days));
        }

        open ??= close;
        scale ??= Array.ConvertAll(close, price => double.IsNaN(price) ? double.NaN : 1);
        CheckCells(close, close, days.Length * instruments.Length, nameof(close));
        CheckCells(open, close, close.Length, nameof(open));
        CheckCells(scale, close, close.Length, nameof(scale));
        if (dollarVolume is not null)
            CheckCells(dollarVolume, close, close.Length, nameof(dollarVolume));
        return new MarketGrid(instruments, days, open, close, scale, dollarVolume);
    }

    /// <summary>Returns whether the instrument has a usable bar on the day: whether it can be bought, sold and scored.</summary>
    /// <param name="day">Index in <see cref="Days"/>.</param>
    /// <param name="instrument">Index in <see cref="Instruments"/>.</param>
    public bool Has(int day, int instrument) => !double.IsNaN(_close[day * InstrumentCount + instrument]);

    /// <summary>Returns the column of an instrument, or -1 when the grid does not have it.</summary>
    public int IndexOf(string instrument) => _columns.GetValueOrDefault(instrument, -1);

    /// <summary>Returns the decision days in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    /// <returns>The grid days in that range that have a later grid day to earn a return on; the last day of the data is never one of
    /// them.</returns>
    public EvaluationSpan Span(DateOnly from, DateOnly to)
    {
        var first = 0;
        while (first < DayCount && Days[first] < from)
            first++;
        var end = first;
        while (end < DayCount - 1 && Days[end] < to)
            end++;
        return new EvaluationSpan(first, end - first);
    }

    /// <summary>Returns the number of instruments with a bar on at least one day of a span.</summary>
    internal int InstrumentsIn(EvaluationSpan span) =>
        Enumerable.Range(0, InstrumentCount).Count(i => Enumerable.Range(span.First, span.Count).Any(day => Has(day, i)));

    /// <summary>Throws unless every day of the span has a later grid day.</summary>
    internal void Check(EvaluationSpan span, string name)
    {
        if (span.First < 0 || span.Count < 0 || span.End > Math.Max(DayCount - 1, 0))
            throw new ArgumentOutOfRangeException(
                name,
                $"Decision days must lie in [0, {Math.Max(DayCount - 1, 0)}), found [{span.First}, {span.End}): each needs a later day "
                    + $"to earn its return on.");
    }

    private static DateOnly[] UsableDays(BarSeries[] series, DateOnly from)
    {
        var days = new HashSet<DateOnly>();
        foreach (var one in series)
        {
            foreach (ref readonly var bar in one.Bars)
            {
                if (bar.IsUsable && bar.Day >= from)
                    days.Add(bar.Day);
            }
        }

        var sorted = days.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static double[] Empty(int length)
    {
        var cells = new double[length];
        Array.Fill(cells, double.NaN);
        return cells;
    }

    private static void CheckInstruments(string[] instruments, string name)
    {
        for (var i = 1; i < instruments.Length; i++)
        {
            if (string.CompareOrdinal(instruments[i], instruments[i - 1]) <= 0)
                throw new ArgumentException(
                    $"Instruments must be distinct and in ordinal order, found '{instruments[i]}' after '{instruments[i - 1]}'.", name);
        }
    }

    private static void CheckCells(double[] cells, double[] close, int expected, string name)
    {
        if (cells.Length != expected)
            throw new ArgumentException($"Expected {expected} cells (days x instruments), found {cells.Length}.", name);
        for (var i = 0; i < cells.Length; i++)
        {
            if (double.IsNaN(cells[i]) != double.IsNaN(close[i])
                || !(double.IsNaN(cells[i]) || (cells[i] > 0 && double.IsFinite(cells[i]))))
                throw new ArgumentException(
                    $"Cell {i} must be positive and finite, or NaN together with its close, found {cells[i]}.", name);
        }
    }
}
