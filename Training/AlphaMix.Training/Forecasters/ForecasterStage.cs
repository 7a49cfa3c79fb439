using AlphaMix.Training.Configuration;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>Trains the configured forecasters.</summary>
/// <param name="configuration">Which forecasters, and how.</param>
internal sealed class ForecasterStage(TrainingConfiguration configuration)
{
    /// <summary>Trains the forecasters, one after another.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="cancellation">Stops.</param>
    public IReadOnlyList<TrainedForecaster> Train(TrainingData data, CancellationToken cancellation) =>
        [.. configuration.Forecasters.Select(options => Train(options, data, cancellation))];

    private TrainedForecaster Train(ExtensionOptions options, TrainingData data, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var trainer = configuration.Extensions.Get<IForecasterTrainer>(options.Name);
        var trained = trainer.Train(data, options.Parameters, configuration.Seed, cancellation);
        return trained.State.Name == trainer.Name && trained.ValidationUses >= 0
            ? trained
            : throw new InvalidOperationException(
                $"The forecaster trainer {trainer.Name} returned the state of {trained.State.Name} after {trained.ValidationUses} uses "
                    + $"of the validation "
                + "span, expected its own name and no negative number.");
    }
}
