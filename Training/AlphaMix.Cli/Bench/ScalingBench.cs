using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Spans;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// Cost against size: from bars to one trained epoch on markets of 1 to 64 times the instruments x days. The exponent is the slope of
/// log time over log samples; 1 is linear, and 10 % more a sample at 64 times the size is 1.023.
/// </summary>
internal sealed class ScalingBench : IBench
{
    private static readonly DateOnly From = new(2014, 1, 1);

    public IReadOnlyList<string> Keys => ["scalingExponent"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        // Instruments and years both grow: 1, 4, 16, 64 times.
        (int Instruments, int Years)[] sizes = context.IsQuick ? [(40, 1), (80, 2), (160, 4)] : [(40, 1), (80, 2), (160, 4), (320, 8)];
        var sides = sizes.Select(size => Side(size.Instruments, size.Years)).ToArray();
        var costs = new PairedTimer(context.Clock, context.IsQuick ? 2 : 5).Run([.. sides.Select(side => side.Seconds)]);
        var rounds = Enumerable.Range(0, costs[0].Length);
        var exponent = Spread.Compute(rounds.Select(round => Slope(
            [.. sides.Select(side => Math.Log(side.Samples))], [.. costs.Select(side => Math.Log(side[round]))])));
        var counts = sides.Select(side => side.Samples.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        var perSample = sides.Zip(costs, (side, cost) => Figure.Text(1e6 * Spread.Compute(cost).Median / side.Samples));
        yield return new BenchFigure(
            "scalingExponent", "cost against size: exponent of time over samples", BenchTarget.AtMost(1 + Math.Log(1.1) / Math.Log(64)),
            exponent.Median,
            Figure.WithQuartiles(exponent, $"{string.Join(", ", perSample)} us a sample at {string.Join(", ", counts)} samples", "0.000"));
    }

    private static (Func<double> Seconds, int Samples) Side(int instruments, int years)
    {
        var to = From.AddYears(years);
        var series = MarketSimulator.Generate(new MarketSimulatorOptions
        {
            Instruments = instruments,
            From = From.AddDays(-90),
            To = to.AddDays(120),
            LateListingShare = 0
        });
        var configuration = new TrainingConfiguration
        {
            Split = new() { TrainFrom = From, ValidationFrom = to, TestFrom = to.AddDays(60), TestTo = to.AddDays(90) }
        };
        var samples = TrainingData.Prepare(series, configuration).Samples.Count;
        return (() => PairedTimer.ProcessorSeconds(() =>
        {
            var data = TrainingData.Prepare(series, configuration);
            new SimdGroupTrainer().Train(
                data.Samples, new GroupJob(0, 1, new GroupHyperparameters()), new GroupTrainingOptions { Epochs = 1 });
        }), samples);
    }

    private static double Slope(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (u, v) => (u - meanX) * (v - meanY)).Sum() / x.Sum(u => (u - meanX) * (u - meanX));
    }
}
