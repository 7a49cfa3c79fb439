namespace AlphaMix.Testing;

/// <summary>Counts what a hot path allocates: a gate on bytes, which are the same on every machine, not on time.</summary>
public static class Allocation
{
    // Enough for memory that grows on demand, for static fields and for the compiler's own needs.
    private const int WarmUps = 3;

    // The runtime may swap in faster code at any call and allocate for it once; what the work itself allocates comes every time.
    private const int Runs = 3;

    /// <summary>Returns the bytes that each run allocates on this thread after warm-up: the fewest of several runs.</summary>
    public static long Measure(Action work)
    {
        for (var i = 0; i < WarmUps; i++)
            work();
        var fewest = long.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
