using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.PublishedDefects;

namespace AlphaMix.Training.Experiments.Paper;

/// <summary>What determines an experiment besides the bars.</summary>
internal sealed record PaperExperimentOptions
{
    /// <summary>Gets the configuration; its seed is the first of the seeds.</summary>
    public required TrainingConfiguration Configuration { get; init; }

    /// <summary>Gets the number of independent seeds. Default 10, as in the paper; more can be added to an experiment later.</summary>
    public int Seeds { get; init; } = 10;

    /// <summary>Gets the departures that are on. Default none: the honest protocol.</summary>
    public DepartureSet Departures { get; init; } = DepartureSet.None;

    /// <summary>Gets the cost in basis points a side of the net figures. Default 5.</summary>
    public double CostBps { get; init; } = 5;

    /// <summary>Gets the number of random portfolios, and of permuted ones for each model. Default 1,000.</summary>
    public int Portfolios { get; init; } = 1000;

    /// <summary>Gets the number of resamples behind p-values and intervals. Default 2,000.</summary>
    public int Replications { get; init; } = 2000;

    /// <summary>Gets the baselines wanted by name; null for all that are available.</summary>
    public IReadOnlyList<string>? Baselines { get; init; }

    /// <summary>Gets the tables and figures wanted; null for all (<see cref="ExperimentPart"/>).</summary>
    public IReadOnlyList<ExperimentPart>? Only { get; init; }

    /// <summary>Gets the number of threads; the figures are the same for any, the seconds are not. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Returns whether a part is wanted.</summary>
    public bool Wants(params ReadOnlySpan<ExperimentPart> parts)
    {
        if (Only is null)
            return true;
        foreach (var part in parts)
        {
            if (Only.Contains(part))
                return true;
        }

        return false;
    }
}
