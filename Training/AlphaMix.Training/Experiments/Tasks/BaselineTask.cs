using AlphaMix.Core.Experts;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>A baseline of Table 3, of one seed. Of the departures only those that concern data reach it.</summary>
/// <param name="context">What tasks share.</param>
internal sealed class BaselineTask(TaskContext context)
{
    // Windows scored at one call: bounded memory for models that unroll them.
    private const int Chunk = 4096;

    // Networks trained, against one perceptron: for the estimate of the time left alone.
    private const double TypicalSize = 4;

    /// <summary>Returns the task of run <paramref name="run"/>, from 0.</summary>
    public ExperimentTask Create(IBaseline baseline, int run)
    {
        var key = $"{baseline.Name.ToLowerInvariant()}/seed-{context.Seed(run)}";
        var (data, configuration) = (context.Data.Training, context.Configuration);
        var work = TypicalSize * configuration.Training.Epochs
            * GroupWork.OfEpoch(Perceptrons.Standard, data.Panel.Spec.InputSize, data.Samples.Count);
        return new ExperimentTask(key, work, (_, cancellation) => Run(key, baseline, run, cancellation));
    }

    private TaskResult Run(string key, IBaseline baseline, int run, CancellationToken cancellation)
    {
        var data = context.Data;
        var start = context.Clock.GetTimestamp();
        using var forecaster = baseline.Train(
            data.Training,
            new BaselineOptions
            {
                Seed = context.Seed(run),
                Threads = context.Options.Threads,
                Epochs = context.Configuration.Training.Epochs
            },
            cancellation);
        var seconds = context.Clock.GetElapsedTime(start).TotalSeconds;
        var probabilities = new float[data.Test.Offsets.Length];
        for (var first = 0; first < probabilities.Length; first += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(Chunk, probabilities.Length - first);
            forecaster.Forecast(data.Training.Panel.Rows, data.Test.Offsets.AsSpan(first, count), probabilities.AsSpan(first, count));
        }

        var (judge, sheet) = (data.Judge(), data.Test.Sheet(probabilities));
        return new TaskResult
        {
            Key = key,
            Seed = context.Seed(run),
            Market = judge.Market,
            Portfolios =
            [
                judge.Judge(baseline.Name, sheet) with
                {
                    Parameters = (forecaster as ISized)?.ParameterCount,
                    Confidence = ConfidenceRecord.Compute(judge.Simulator.Grid, sheet, judge.Simulator.Span)
                }
            ],
            Diversity = forecaster is MeanLogits { Members.Count: > 1 } ensemble ? [Diversity(baseline.Name, ensemble)] : [],
            Setting = baseline.Source,
            TrainingSamples = data.Training.Samples.Count,
            TrainingSeconds = seconds
        };
    }

    private DiversityRecord Diversity(string name, MeanLogits ensemble)
    {
        var scratch = new InferenceScratch();
        return DiversityMeter.MeasureLogits(name, [.. ensemble.Members.Select(member =>
        {
            var logits = new float[GroupShape.Outputs * context.Data.Test.Offsets.Length];
            member.Logits(context.Data.Training.Panel.Rows, context.Data.Test.Offsets, logits, scratch);
            return logits;
        })]);
    }
}
