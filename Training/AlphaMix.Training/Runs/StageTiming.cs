namespace AlphaMix.Training.Runs;

/// <summary>Adds up the seconds that stages take.</summary>
/// <param name="clock">The clock.</param>
internal sealed class StageTiming(TimeProvider clock)
{
    private readonly Dictionary<TrainingStage, double> _seconds = [];

    /// <summary>Gets the seconds by stage.</summary>
    public IReadOnlyDictionary<TrainingStage, double> Seconds => _seconds;

    /// <summary>Runs a stage.</summary>
    public T Measure<T>(TrainingStage stage, Func<T> run)
    {
        var start = clock.GetTimestamp();
        var result = run();
        _seconds[stage] = clock.GetElapsedTime(start).TotalSeconds;
        return result;
    }
}
