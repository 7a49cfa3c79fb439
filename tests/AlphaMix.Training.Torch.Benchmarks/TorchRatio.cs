using AlphaMix.Training.Backends;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Torch.Devices;
using TorchSharp;

namespace AlphaMix.Training.Torch.Benchmarks;

/// <summary>How many times as fast groups train together as one after another by plain TorchSharp on the same device.</summary>
/// <param name="options">Device, threads, precision.</param>
/// <param name="clock">Measures wall time.</param>
/// <param name="output">Receives the figures.</param>
internal sealed class TorchRatio(BackendOptions options, TimeProvider clock, TextWriter output)
{
    /// <summary>Measures and prints; the sides take turns, an epoch of all groups each.</summary>
    public void Run(string configurationPath, string dataFolder, int rounds)
    {
        var configuration = ConfigurationFile.Read(configurationPath, []);
        var series = PriceLoader.Load(PriceFolder.Open(dataFolder), configuration.Data, new IntegrityReport());
        var samples = TrainingData.Prepare(series, configuration).Samples;
        var jobs = configuration.Search.Candidates(configuration.Seed).Select((candidate, i) => new GroupJob(i, 0, candidate)).ToArray();
        var together = new TorchBackend().CreateTrainer(options);
        var plain = new PlainGroupSetTrainer(TorchDevices.Open(options));
        Say($"{options.Device}: {jobs.Length} groups, {samples.Count} samples, an epoch a turn, {options.Threads} threads");

        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var tensors = torch.Tensor.TotalCount;
            var (seconds, losses) = Epoch(together, samples, jobs, configuration);
            var left = torch.Tensor.TotalCount - tensors;
            var (plainSeconds, plainLosses) = Epoch(plain, samples, jobs, configuration);
            ratios[round] = plainSeconds / seconds;
            Say($"together {seconds:0.00} s, one after another {plainSeconds:0.00} s, ratio {ratios[round]:0.0}; "
                + $"largest difference of a loss {losses.Zip(plainLosses, (x, y) => Math.Abs(x - y)).Max():0.0e+0}; tensors left {left}");
        }

        Say($"ratio, median of {rounds}: {ratios.Order().ElementAt(rounds / 2):0.0}");
    }

    private (double Seconds, double[] Losses) Epoch(
        IGroupSetTrainer trainer, TrainingSamples samples, GroupJob[] jobs, TrainingConfiguration configuration)
    {
        var losses = new double[jobs.Length];
        var start = clock.GetTimestamp();
        trainer.Train(
            samples,
            jobs,
            configuration.Training.ForGroups(configuration.Seed) with { Epochs = 1 },
            (job, _, loss, _) => losses[job.Ordinal] = loss,
            output.WriteLine);
        return (clock.GetElapsedTime(start).TotalSeconds, losses);
    }

    private void Say(string line) => output.WriteLine(line);
}
