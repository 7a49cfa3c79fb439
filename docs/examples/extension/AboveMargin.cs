using AlphaMix.Core.Extensions;
using AlphaMix.Training.Panels;

namespace MyAlpha;

/// <summary>Up when the close h days ahead is above the next open by more than a margin, such as the cost of a round trip.</summary>
public sealed class AboveMargin : ILabel
{
    private readonly double _margin;

    public AboveMargin(Parameters parameters)
    {
        parameters.RequireKnown("margin");
        _margin = parameters.Number("margin", 0.001);
    }

    public string Name => "aboveMargin";

    public Parameters Parameters => Parameters.None.With("margin", _margin);

    public int Reach(int horizon) => horizon;

    public Sample[] Build(Panel panel, int horizon)
    {
        var samples = new List<Sample>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var bars = panel.Series[i].Bars;
            var days = TradingDays.From(panel.Series[i]);
            for (var d = 0; d + horizon < days.Count; d++)
            {
                var window = panel.WindowOffset(i, days.Last[d]);
                if (window < 0)
                    continue;
                var gain = bars[days.Last[d + horizon]].Close / bars[days.First[d + 1]].Open - 1;
                samples.Add(new Sample(i, days.Day[d], window, LabelDay: days.Day[d + horizon], Label: gain > _margin ? (byte)1 : (byte)0));
            }
        }

        return [.. samples];
    }
}
