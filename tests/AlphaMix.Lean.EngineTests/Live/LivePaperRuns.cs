namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>Stretches of live runs one after the other, which share an ObjectStore and a broker's account.</summary>
internal static class LivePaperRuns
{
    /// <summary>Runs a plan, stopped and started again some times.</summary>
    /// <param name="world">What it trades.</param>
    /// <param name="plan">From the first start to the last stop.</param>
    /// <param name="stops">The evenings, after the decision, on which it is stopped, and the mornings on which it starts again.</param>
    /// <param name="atRest">What happens to the account while the algorithm is stopped, by the morning.</param>
    public static LivePaperRun[] Run(
        LiveWorld world, LivePlan plan, (DateTime Stop, DateTime Start)[] stops, Action<DateTime, LivePlan>? atRest = null)
    {
        DateTime[] starts = [plan.From, .. stops.Select(stop => stop.Start)];
        DateTime[] ends = [.. stops.Select(stop => stop.Stop), plan.Until];
        return [.. starts.Zip(ends).Select((stretch, i) =>
        {
            if (i > 0)
                atRest?.Invoke(stretch.First, plan);
            return LivePaperRun.Run(world, plan with { Name = $"{plan.Name}-{i}", From = stretch.First, Until = stretch.Second });
        })];
    }
}
