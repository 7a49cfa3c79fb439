namespace AlphaMix.Testing;

/// <summary>Counts what a hot path allocates: a gate on bytes, which are the same on every machine, not on time.</summary>
public static class Allocation
{
    // Enough for memory that grows on demand, for static fields and for the compiler's own needs.
    private const int WarmUps = 3;

    /// <summary>Gives the bytes that one more run allocates on this thread after warm-up.</summary>
    public static long Measure(Action work)
    {
        for (var i = 0; i < WarmUps; i++)
            work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
