namespace AlphaMix.Core.Experts;

/// <summary>The architecture of one group of experts: two groups of one shape have interchangeable parameters.</summary>
/// <param name="InputSize">Values in a window, T * F, in [1, 65536].</param>
/// <param name="HiddenSize">Units in each hidden layer (h), in [1, 4096].</param>
/// <param name="Experts">Ensemble members that share the slow weights (M), in [1, 256].</param>
/// <param name="HiddenLayers">Number of BatchEnsemble layers before the head, in [1, 8]. Default 2, as in the paper.</param>
/// <param name="EnsembleHead">
/// Whether the last, linear layer has fast vectors too. Default false, as in the authors' code: all experts share it.
/// </param>
/// <remarks>Ranges are those that an artifact may hold; <see cref="Validate"/> checks them.</remarks>
public sealed record GroupShape(int InputSize, int HiddenSize, int Experts, int HiddenLayers = 2, bool EnsembleHead = false)
{
    /// <summary>Number of outputs: the logits of "down" (0) and "up" (1).</summary>
    public const int Outputs = 2;

    /// <summary>Checks the shape.</summary>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Require(InputSize, 1, 1 << 16, "input size", faults);
        Require(HiddenSize, 1, 1 << 12, "hidden size", faults);
        Require(Experts, 1, 256, "number of experts", faults);
        Require(HiddenLayers, 1, 8, "number of hidden layers", faults);
        if (faults.Count > 0)
            throw new ArgumentException($"Group shape: {string.Join("; ", faults)}.");
    }

    private static void Require(int value, int least, int most, string name, List<string> faults)
    {
        if (value < least || value > most)
            faults.Add($"{name} must be in [{least}, {most}], found {value}");
    }
}
