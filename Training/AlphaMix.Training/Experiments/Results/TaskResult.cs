namespace AlphaMix.Training.Experiments.Results;

/// <summary>What one task of an experiment found: one model of one seed, or one point of a sweep. Stored as a file of its own.</summary>
internal sealed record TaskResult
{
    /// <summary>Gets the task's key, such as <c>alphamix/seed-1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the market of the test span.</summary>
    public required MarketRecord Market { get; init; }

    /// <summary>Gets the models.</summary>
    public IReadOnlyList<PortfolioRecord> Portfolios { get; init; } = [];

    /// <summary>Gets the disagreement inside ensembles.</summary>
    public IReadOnlyList<DiversityRecord> Diversity { get; init; } = [];

    /// <summary>Gets the points of a sweep.</summary>
    public IReadOnlyList<SweepRecord> Sweep { get; init; } = [];

    /// <summary>Gets what was trained, in words: sizes, hyperparameters.</summary>
    public string Setting { get; init; } = "";

    /// <summary>Gets the number of training samples.</summary>
    public int TrainingSamples { get; init; }

    /// <summary>Gets the number of groups trained.</summary>
    public int GroupsTrained { get; init; }

    /// <summary>Gets the seconds that training took, on the threads of the run.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>Gets what a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
