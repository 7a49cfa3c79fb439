namespace AlphaMix.Training.Configuration;

/// <summary>
/// How <c>train --walk-forward</c> moves through time: the configuration's split is the first fold's, whose test span ends with the step.
/// </summary>
public sealed record WalkForwardOptions
{
    /// <summary>Gets the months between two folds, and the length of a fold's test span. Default 12.</summary>
    public int StepMonths { get; init; } = 12;

    /// <summary>Gets the months of a rolling training span; 0, the default, keeps all since split.trainFrom (expanding).</summary>
    public int TrainMonths { get; init; }

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (StepMonths is < 1 or > 120)
            yield return $"walkForward.stepMonths must be in [1, 120], found {StepMonths}";
        if (TrainMonths is < 0 or > 600)
            yield return $"walkForward.trainMonths must be in [1, 600] (or 0 to keep all), found {TrainMonths}";
    }
}
