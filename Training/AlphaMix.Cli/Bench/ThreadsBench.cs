namespace AlphaMix.Cli.Bench;

/// <summary>
/// Two groups on two threads against the same two on one. Wall time: the best of the rounds, since another program takes a core away.
/// </summary>
internal sealed class ThreadsBench : IBench
{
    public IReadOnlyList<string> Keys => ["threads2x"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        if (Environment.ProcessorCount < 2)
            return [Make(null, "the machine has one processor")];
        var work = new TrainingWork(128, 128, BenchSamples.Create(60_000), epochs: context.IsQuick ? 2 : 5);
        var timer = context.Timer;
        var costs = timer.Run(
            () => timer.WallSeconds(() => { work.Run(); work.Run(); }),
            () => timer.WallSeconds(() => Together(() => work.Run(), 2)));
        var ratios = costs[0].Zip(costs[1], (one, two) => one / two).ToArray();
        return [Make(ratios.Max(), Figure.WithQuartiles(Spread.Compute(ratios), "best of the rounds; wall time"))];
    }

    private static void Together(Action work, int count)
    {
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => work())).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    private static BenchFigure Make(double? value, string note) =>
        new("threads2x", "two groups: 2 threads over 1", BenchTarget.AtLeast(1.9), value, note);
}
