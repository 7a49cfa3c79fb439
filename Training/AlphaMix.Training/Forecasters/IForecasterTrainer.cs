using AlphaMix.Core.Extensions;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>
/// Trains a forecaster beside the pool's groups. Registered under the forecaster's name in an <see cref="ExtensionSet"/>, beside the
/// <see cref="Core.Forecasters.ForecasterFactory"/> that creates the forecaster; a configuration asks for it in <c>forecasters</c>.
/// Implementations are stateless and deterministic: data, options and seed determine the forecaster to the bit.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete forecaster in one file.</example>
public interface IForecasterTrainer
{
    /// <summary>Gets the forecaster's name.</summary>
    string Name { get; }

    /// <summary>Returns every fault of options, before anything is trained. Default none.</summary>
    /// <param name="options">The options of the configuration.</param>
    IEnumerable<string> Faults(Parameters options) => [];

    /// <summary>Trains the forecaster.</summary>
    /// <param name="data">
    /// Scaled panel with the samples of the training and validation spans. The windows of these samples may be read and no other row: the
    /// panel can go on after them.
    /// </param>
    /// <param name="options">The options of the configuration; a missing one takes its default.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="cancellation">To be checked between passes, so that Ctrl+C stops training.</param>
    /// <returns>The forecaster's parameters and tensors, under the trainer's name.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    TrainedForecaster Train(TrainingData data, Parameters options, long seed, CancellationToken cancellation);
}
