using System.Globalization;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>Describes what was trained.</summary>
internal static class SizeText
{
    public static string Format(int groups, GroupHyperparameters hyperparameters) => string.Create(
        CultureInfo.InvariantCulture,
        $"{groups} groups of {hyperparameters.Experts} experts, h {hyperparameters.HiddenSize}, batch {hyperparameters.BatchSize}, "
            + $"learning rate "
            + $"{hyperparameters.LearningRate}, no search");
}
