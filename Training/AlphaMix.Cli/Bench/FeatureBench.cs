using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Panels;

namespace AlphaMix.Cli.Bench;

/// <summary>One bar into the streaming features: the paper's eleven, as in LEAN. Their rows must be the panel's, to the bit.</summary>
internal sealed class FeatureBench : IBench
{
    private const int Passes = 10;

    public IReadOnlyList<string> Keys => ["featureNs"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        var spec = FeatureSpec.Paper();
        var series = MarketSimulator.Generate(new MarketSimulatorOptions { Instruments = 20, To = new DateOnly(2023, 12, 31) })
            .Select(each => each.Usable()).ToArray();
        var panel = Panel.Compute(series, spec);
        // One row more: bars without enough history before them write nothing, but need room.
        var rows = new float[panel.Rows.Length + spec.RowSize];
        var bars = series.Sum(each => each.Count);
        var costs = context.Timer.Run(() => PairedTimer.ProcessorSeconds(() => Stream(spec, series, rows, Passes)) / (Passes * bars))[0];
        var same = rows.AsSpan(0, panel.Rows.Length).SequenceEqual(panel.Rows);
        var nanoseconds = Spread.Compute(costs.Select(cost => 1e9 * cost));
        yield return new BenchFigure(
            "featureNs", "streaming feature update, ns a bar", BenchTarget.AtMost(100), same ? nanoseconds.Median : null,
            same ? Figure.WithQuartiles(nanoseconds, $"{bars:N0} bars of {series.Length} instruments; the panel's bits", "0")
                : "the rows differ from the panel's");
    }

    private static void Stream(FeatureSpec spec, BarSeries[] series, float[] rows, int passes)
    {
        for (var pass = 0; pass < passes; pass++)
        {
            var next = 0;
            foreach (var each in series)
            {
                var features = new StreamingFeatures(spec);
                foreach (ref readonly var bar in each.Bars)
                {
                    if (features.Add(bar, rows.AsSpan(next, spec.RowSize)))
                        next += spec.RowSize;
                }
            }
        }
    }
}
