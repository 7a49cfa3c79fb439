namespace AlphaMix.Training.Groups;

/// <summary>Samples to train on: windows as slices of scaled rows, never copied, each with its label. Immutable; shared by all threads.</summary>
/// <param name="Rows">Scaled feature rows of all instruments, contiguous.</param>
/// <param name="WindowSize">Values in a window (T * F).</param>
/// <param name="Offsets">Per sample, where its window starts in <paramref name="Rows"/>; windows of one instrument overlap.</param>
/// <param name="Labels">Per sample, 1 (up) or 0 (down).</param>
public sealed record TrainingSamples(float[] Rows, int WindowSize, int[] Offsets, byte[] Labels)
{
    /// <summary>Gets the number of samples.</summary>
    public int Count => Offsets.Length;
}
