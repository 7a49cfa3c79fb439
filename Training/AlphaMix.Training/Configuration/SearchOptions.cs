using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Configuration;

/// <summary>The hyperparameter search. Defaults are the paper's grid (section 5.4) with M = 4.</summary>
public sealed record SearchOptions
{
    /// <summary>Gets whether all combinations are tried, or some at random. Default grid.</summary>
    public SearchKind Kind { get; init; } = SearchKind.Grid;

    /// <summary>Gets the number of combinations a random search draws. Default 16.</summary>
    public int Trials { get; init; } = 16;

    /// <summary>Gets the batch sizes.</summary>
    public IReadOnlyList<int> BatchSize { get; init; } = [32, 64, 128, 256];

    /// <summary>Gets the hidden sizes.</summary>
    public IReadOnlyList<int> HiddenSize { get; init; } = [32, 64, 128];

    /// <summary>Gets the learning rates.</summary>
    public IReadOnlyList<double> LearningRate { get; init; } = [5e-5, 1e-4, 5e-4, 1e-3];

    /// <summary>Gets the numbers of experts in a group (M); the paper explores 2 to 32.</summary>
    public IReadOnlyList<int> Experts { get; init; } = [4];

    /// <summary>Gets the numbers of hidden layers.</summary>
    public IReadOnlyList<int> HiddenLayers { get; init; } = [2];

    /// <summary>Gets whether the head is ensembled.</summary>
    public IReadOnlyList<bool> EnsembleHead { get; init; } = [false];

    /// <summary>Returns the combinations to train, in the order of training.</summary>
    /// <param name="seed">The run's seed, for a random search.</param>
    public GroupHyperparameters[] Candidates(long seed)
    {
        var all = Combinations().ToArray();
        if (Kind == SearchKind.Grid || Trials >= all.Length)
            return all;
        new KeyedRandom(seed, RandomPurpose.Search).Shuffle<GroupHyperparameters>(all);
        return all[..Trials];
    }

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (Kind == SearchKind.Random && Trials < 1)
            yield return $"search.trials must be at least 1, found {Trials}";
        if (!Combinations().Any())
            yield return "search: each list needs at least one value";
        foreach (var fault in Combinations().SelectMany(candidate => candidate.Faults()).Distinct())
            yield return $"search: {fault}";
    }

    private IEnumerable<GroupHyperparameters> Combinations() =>
        from hidden in HiddenSize
        from batch in BatchSize
        from rate in LearningRate
        from experts in Experts
        from layers in HiddenLayers
        from head in EnsembleHead
        select new GroupHyperparameters
        {
            BatchSize = batch,
            HiddenSize = hidden,
            LearningRate = rate,
            Experts = experts,
            HiddenLayers = layers,
            EnsembleHead = head
        };
}
