using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Simulation;
using BenchmarkDotNet.Attributes;

namespace AlphaMix.Benchmarks;

/// <summary>Ten years of one instrument's bars into the paper's eleven features.</summary>
[MemoryDiagnoser]
public class FeatureBenchmarks
{
    private readonly FeatureSpec _spec = FeatureSpec.Paper();
    private BarSeries _series = null!;
    private float[] _row = [];

    [GlobalSetup]
    public void Setup()
    {
        _series = MarketSimulator.Generate(new MarketSimulatorOptions { Instruments = 1, To = new DateOnly(2023, 12, 31) })[0].Usable();
        _row = new float[_spec.RowSize];
    }

    /// <summary>Every moving average from its own bars, as indicators of their own would.</summary>
    [Benchmark(Baseline = true)]
    public void EachAverageByItself()
    {
        var bars = _series.Bars;
        for (var now = _spec.Lookback - 1; now < bars.Length; now++)
        {
            var close = bars[now].Close;
            _row[0] = (float)(bars[now].Open / close - 1);
            _row[1] = (float)(bars[now].High / close - 1);
            _row[2] = (float)(bars[now].Low / close - 1);
            _row[3] = _row[4] = (float)(close / bars[now - 1].Close - 1);
            for (var f = 5; f < _row.Length; f++)
            {
                var total = 0.0;
                for (var back = 0; back < _spec.Features[f].Lookback; back++)
                    total += bars[now - back].Close;
                _row[f] = (float)(total / _spec.Features[f].Lookback / close - 1);
            }
        }
    }

    [Benchmark]
    public void Streaming()
    {
        var features = new StreamingFeatures(_spec);
        foreach (ref readonly var bar in _series.Bars)
            features.Add(bar, _row);
    }
}
