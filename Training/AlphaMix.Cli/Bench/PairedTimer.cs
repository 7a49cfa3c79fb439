namespace AlphaMix.Cli.Bench;

/// <summary>
/// Times several ways of doing the same work in turns, round after round, so that whatever slows the machine for a while slows all of them.
/// </summary>
/// <param name="clock">Measures wall time.</param>
/// <param name="rounds">Number of rounds that count.</param>
internal sealed class PairedTimer(TimeProvider clock, int rounds)
{
    // The compiler replaces its first, slow code after 30 calls and a tenth of a second, in two steps.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.6);

    /// <summary>Runs all sides in turns.</summary>
    /// <param name="sides">Each does its work and gives its cost, for example seconds a sample.</param>
    /// <returns>Costs, shape (sides, rounds).</returns>
    public double[][] Run(params Func<double>[] sides)
    {
        var costs = Array.ConvertAll(sides, _ => new double[rounds]);
        foreach (var side in sides)
        {
            var start = clock.GetTimestamp();
            do
                side();
            while (clock.GetElapsedTime(start) < WarmUp);
        }

        for (var round = 0; round < rounds; round++)
            for (var side = 0; side < sides.Length; side++)
                costs[side][round] = sides[side]();
        return costs;
    }

    /// <summary>Returns how many times the cost of the second side the first one's is, round by round.</summary>
    public Spread Ratio(Func<double> first, Func<double> second)
    {
        var costs = Run(first, second);
        return Ratio(costs[0], costs[1]);
    }

    /// <summary>Returns the spread of <paramref name="first"/> / <paramref name="second"/>, round by round.</summary>
    public static Spread Ratio(double[] first, double[] second) => Spread.Compute(first.Zip(second, (x, y) => x / y));

    /// <summary>Returns the wall time of some work in seconds.</summary>
    public double WallSeconds(Action work)
    {
        var start = clock.GetTimestamp();
        work();
        return clock.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>
    /// Returns the processor time of some work on one thread in seconds: other programs on the machine do not count.
    /// This process's compiler and collector do.
    /// </summary>
    public static double ProcessorSeconds(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}
