using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>The hyperparameters of small pools, taken from the configuration's own lists, so that they fit its market.</summary>
internal static class AblationCombination
{
    /// <summary>Groups in a small pool.</summary>
    public const int Groups = 4;

    private const int SweepBatch = 128;
    private const double Rate = 5e-4;

    /// <summary>
    /// Returns the combination of the departures: the smallest batch, the widest layer, the learning rate nearest to 5e-4. With the paper's
    /// grid that is what the authors' scripts train.
    /// </summary>
    public static GroupHyperparameters ForDepartures(SearchOptions search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return For(search, search.BatchSize.Min(), search.Experts.MinBy(each => Math.Abs(each - 4)));
    }

    /// <summary>Returns the combination of Figure 10 at a number of experts: a batch of 128, which all of them divide.</summary>
    /// <param name="search">The configuration's lists.</param>
    /// <param name="experts">Experts in a group, a divisor of 128.</param>
    public static GroupHyperparameters ForSweep(SearchOptions search, int experts)
    {
        ArgumentNullException.ThrowIfNull(search);
        return For(search, SweepBatch, experts);
    }

    private static GroupHyperparameters For(SearchOptions search, int batch, int experts) => new()
    {
        BatchSize = batch,
        HiddenSize = search.HiddenSize.Max(),
        LearningRate = search.LearningRate.MinBy(rate => Math.Abs(Math.Log(rate / Rate))),
        Experts = experts,
        HiddenLayers = search.HiddenLayers[0],
        EnsembleHead = search.EnsembleHead[0]
    };
}
