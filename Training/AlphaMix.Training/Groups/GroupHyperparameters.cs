using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups;

/// <summary>The hyperparameters of one group (the paper's lambda).</summary>
public sealed record GroupHyperparameters
{
    /// <summary>Gets the samples in a mini-batch, all experts together; a multiple of <see cref="Experts"/>. Default 128.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Gets the units in each hidden layer. Default 128.</summary>
    public int HiddenSize { get; init; } = 128;

    /// <summary>Gets Adam's step size, positive. Default 1e-4.</summary>
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Gets the number of experts that share the slow weights (M). Default 4.</summary>
    public int Experts { get; init; } = 4;

    /// <summary>Gets the number of BatchEnsemble layers before the head. Default 2, as in the paper.</summary>
    public int HiddenLayers { get; init; } = 2;

    /// <summary>Gets a value indicating whether the head has fast vectors too. Default false, as in the authors' code.</summary>
    public bool EnsembleHead { get; init; }

    /// <summary>Returns the architecture for windows of <paramref name="inputSize"/> values.</summary>
    public GroupShape ShapeFor(int inputSize) => new(inputSize, HiddenSize, Experts, HiddenLayers, EnsembleHead);

    /// <summary>Names every fault, none when the values can be trained with.</summary>
    public IEnumerable<string> Faults()
    {
        if (Experts is < 1 or > 256)
            yield return $"experts must be in [1, 256], found {Experts}";
        else if (BatchSize < Experts || BatchSize % Experts != 0)
            yield return $"batchSize must be a multiple of the number of experts ({Experts}), found {BatchSize}";
        if (HiddenSize is < 1 or > 4096)
            yield return $"hiddenSize must be in [1, 4096], found {HiddenSize}";
        if (HiddenLayers is < 1 or > 8)
            yield return $"hiddenLayers must be in [1, 8], found {HiddenLayers}";
        if (!(LearningRate > 0) || !double.IsFinite(LearningRate))
            yield return $"learningRate must be a positive number, found {LearningRate}";
    }
}
