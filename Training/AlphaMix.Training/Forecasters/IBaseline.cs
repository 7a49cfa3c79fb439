using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>
/// A model of the paper's Table 3 that AlphaMix is compared with. Implementations are stateless and safe to call from several threads.
/// </summary>
public interface IBaseline
{
    /// <summary>Gets the name in the paper's Table 3, such as <c>MLP</c>; what <c>--baseline</c> takes.</summary>
    string Name { get; }

    /// <summary>Gets where model and hyperparameters come from, as one sentence for a report's footnote.</summary>
    string Source { get; }

    /// <summary>
    /// Gets a value indicating whether another seed gives another model. Default true; a model without chance is trained once, whatever the
    /// number of seeds.
    /// </summary>
    bool UsesSeed => true;

    /// <summary>Fits the model on the training samples, and on the validation samples where the method selects by them.</summary>
    /// <param name="data">Scaled panel and samples of both spans; nothing at or after the test span is read.</param>
    /// <param name="options">Seed, threads, epochs.</param>
    /// <param name="cancellation">Checked between mini-batches.</param>
    /// <returns>The fitted model; the caller disposes it.</returns>
    /// <exception cref="Groups.TrainingDivergedException">A loss is not finite.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default);
}
