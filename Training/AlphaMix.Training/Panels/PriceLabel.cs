using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Panels;

/// <summary>
/// Up when a later price of the instrument is above an earlier one: <c>closeToClose</c> (paper, Eq. 1) and <c>openToOpen</c>.
/// </summary>
/// <remarks>The bars ahead are the instrument's next usable ones: a halt lengthens the label, it does not end it.</remarks>
internal sealed class PriceLabel : ILabel
{
    /// <summary>close(t + h) above close(t).</summary>
    public static readonly PriceLabel CloseToClose = new(LabelSpec.CloseToCloseName, beginsAtOpen: false);

    /// <summary>open(t + 1 + h) above open(t + 1).</summary>
    public static readonly PriceLabel OpenToOpen = new(LabelSpec.OpenToOpenName, beginsAtOpen: true);

    private PriceLabel(string name, bool beginsAtOpen) => (Name, BeginsAtOpen) = (name, beginsAtOpen);

    public string Name { get; }

    public bool BeginsAtOpen { get; }

    public Sample[] Build(Panel panel, int horizon)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var reach = BeginsAtOpen ? horizon + 1 : horizon;
        var samples = new List<Sample>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var bars = panel.Series[i].Bars;
            var days = TradingDays.From(panel.Series[i]);
            for (var d = 0; d + reach < days.Count; d++)
            {
                var offset = panel.WindowOffset(i, days.Last[d]);
                if (offset < 0)
                    continue;
                var (from, to) = Prices(bars, days, d, horizon);
                samples.Add(new Sample(i, days.Day[d], offset, days.Day[d + reach], to > from ? (byte)1 : (byte)0));
            }
        }

        return [.. samples];
    }

    /// <summary>Returns the two prices that the label of day <paramref name="d"/> compares.</summary>
    public (double From, double To) Prices(ReadOnlySpan<Bar> bars, TradingDays days, int d, int horizon) => BeginsAtOpen
        ? (bars[days.First[d + 1]].Open, bars[days.First[d + 1 + horizon]].Open)
        : (bars[days.Last[d]].Close, bars[days.Last[d + horizon]].Close);
}
