using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Tests.Panels;

/// <summary>A label of another assembly: up when the close h days ahead is above the next open by more than a margin.</summary>
internal sealed class OutsideLabel(double margin) : ILabel
{
    public const string LabelName = "tests.margin";

    public static ExtensionSet Extensions { get; } = BuiltIn.Extensions.With<LabelFactory>(LabelName, parameters =>
    {
        parameters.RequireKnown("margin");
        return new OutsideLabel(parameters.Number("margin", 0.01));
    });

    public string Name => LabelName;

    public Parameters Parameters => Parameters.None.With("margin", margin);

    public int Reach(int horizon) => horizon;

    public Sample[] Build(Panel panel, int horizon)
    {
        var samples = new List<Sample>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var days = TradingDays.From(panel.Series[i]);
            var bars = panel.Series[i].Bars;
            for (var d = 0; d + horizon < days.Count; d++)
            {
                var offset = panel.WindowOffset(i, days.Last[d]);
                var isUp = bars[days.Last[d + horizon]].Close > bars[days.First[d + 1]].Open * (1 + margin);
                if (offset >= 0)
                    samples.Add(new Sample(i, days.Day[d], offset, days.Day[d + horizon], isUp ? (byte)1 : (byte)0));
            }
        }

        return [.. samples];
    }
}
