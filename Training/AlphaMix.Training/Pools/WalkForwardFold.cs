using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Pools;

/// <summary>One fold of a walk-forward training.</summary>
/// <param name="From">First day of its test span: the day from which its pool may trade.</param>
/// <param name="Configuration">An ordinary configuration with the fold's split.</param>
internal sealed record WalkForwardFold(DateOnly From, TrainingConfiguration Configuration)
{
    /// <summary>Returns the folds of a configuration, in order: its split moved by the step until the test span's end.</summary>
    /// <param name="configuration">A valid configuration.</param>
    /// <exception cref="ConfigurationException">A fold's spans cannot be used.</exception>
    public static IReadOnlyList<WalkForwardFold> Create(TrainingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var split = configuration.Split;
        var folds = new List<WalkForwardFold>();
        for (var months = 0; split.TestFrom.AddMonths(months) < split.TestTo; months += configuration.WalkForward.StepMonths)
        {
            var next = split.TestFrom.AddMonths(months + configuration.WalkForward.StepMonths);
            var validationFrom = split.ValidationFrom.AddMonths(months);
            var fold = configuration with
            {
                Split = split with
                {
                    TrainFrom = TrainFrom(configuration, validationFrom),
                    ValidationFrom = validationFrom,
                    TestFrom = split.TestFrom.AddMonths(months),
                    TestTo = next < split.TestTo ? next : split.TestTo
                }
            };
            fold.Validate();
            folds.Add(new WalkForwardFold(fold.Split.TestFrom, fold));
        }

        return folds;
    }

    private static DateOnly TrainFrom(TrainingConfiguration configuration, DateOnly validationFrom)
    {
        var rolling = configuration.WalkForward.TrainMonths;
        var from = rolling == 0 ? DateOnly.MinValue : validationFrom.AddMonths(-rolling);
        return from > configuration.Split.TrainFrom ? from : configuration.Split.TrainFrom;
    }
}
