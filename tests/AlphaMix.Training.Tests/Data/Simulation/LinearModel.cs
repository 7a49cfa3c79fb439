using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Training.Tests.Data.Simulation;

/// <summary>What a linear model on the paper's features finds in a simulated market.</summary>
internal static class LinearModel
{
    /// <summary>Gives z-scored paper windows, oldest sample first, with the standardised idiosyncratic return of the next bar.</summary>
    public static (List<float[]> Inputs, List<double> Truth) Samples(MarketSimulatorOptions options, bool withInteraction)
    {
        var spec = FeatureSpec.Paper();
        var simulator = new MarketSimulator(options);
        var samples = new List<(DateOnly Day, float[] Input, double Truth)>();
        for (var i = 0; i < options.Instruments; i++)
        {
            var instrument = simulator.Simulate(i);
            var all = instrument.Adjusted().Bars.ToArray();
            var traded = Enumerable.Range(0, all.Length).Where(t => all[t].IsUsable).ToArray();
            var bars = traded.Select(t => all[t]).ToArray();
            for (var t = spec.WarmUpBars - 1; t < bars.Length - 1; t++)
            {
                var input = new float[spec.InputSize + (withInteraction ? 1 : 0)];
                for (var lag = 0; lag < spec.Window; lag++)
                    FeatureRow.Compute(spec, bars.AsSpan(0, t + 1 - lag), input.AsSpan((spec.Window - 1 - lag) * spec.RowSize, spec.RowSize));
                if (withInteraction)
                {
                    // zopen is minus the intraday move; the overnight one is what zclose leaves.
                    var (open, close) = (input[^(spec.RowSize + 1)], input[^(spec.RowSize - 2)]);
                    input[^1] = Math.Clamp(-open / 0.02f, -1.5f, 1.5f) * Math.Clamp((close + open) / 0.013f, -1.5f, 1.5f);
                }

                samples.Add((bars[t].Day, input, instrument.IdiosyncraticReturns[traded[t + 1]]));
            }
        }

        samples.Sort((one, other) => one.Day.CompareTo(other.Day));
        var inputs = samples.ConvertAll(sample => sample.Input);
        for (var f = 0; f < inputs[0].Length; f++)
        {
            var mean = inputs.Average(input => (double)input[f]);
            var deviation = Math.Sqrt(inputs.Average(input => (input[f] - mean) * (input[f] - mean)));
            foreach (var input in inputs)
                input[f] = (float)((input[f] - mean) / deviation);
        }

        return (inputs, samples.ConvertAll(sample => sample.Truth));
    }

    /// <summary>Fits a logistic regression by stochastic gradient on the first two thirds, and correlates its logits with the truth on the rest.</summary>
    public static double HeldOutIc(List<float[]> inputs, List<double> truth)
    {
        var split = inputs.Count * 2 / 3;
        var slopes = new double[inputs[0].Length];
        var intercept = 0.0;
        var random = new Core.Numerics.KeyedRandom(3, Core.Numerics.RandomPurpose.Shuffle);
        for (var step = 0; step < 4 * split; step++)
        {
            var i = random.NextInt(split);
            var error = (truth[i] > 0 ? 1 : 0) - 1 / (1 + Math.Exp(-Logit(inputs[i])));
            var rate = 0.002 / (1 + 4.0 * step / split);
            intercept += rate * error;
            for (var f = 0; f < slopes.Length; f++)
                slopes[f] += rate * error * inputs[i][f];
        }

        return Correlation(Enumerable.Range(split, inputs.Count - split).Select(i => (Logit(inputs[i]), truth[i])));

        double Logit(float[] input)
        {
            var sum = intercept;
            for (var f = 0; f < slopes.Length; f++)
                sum += slopes[f] * input[f];
            return sum;
        }
    }

    public static double Correlation(IEnumerable<(double, double)> pairs)
    {
        double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        foreach (var (a, b) in pairs)
            (n, x, y, xx, yy, xy) = (n + 1, x + a, y + b, xx + a * a, yy + b * b, xy + a * b);
        return (xy - x * y / n) / Math.Sqrt((xx - x * x / n) * (yy - y * y / n));
    }
}
