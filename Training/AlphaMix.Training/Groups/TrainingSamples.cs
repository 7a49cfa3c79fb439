namespace AlphaMix.Training.Groups;

/// <summary>
/// Samples to train on: windows as slices of scaled rows, never copied, each with its label. Immutable; shared by all threads.
/// </summary>
/// <param name="Rows">Scaled feature rows of all instruments, contiguous.</param>
/// <param name="WindowSize">Values in a window (T * F).</param>
/// <param name="Offsets">Per sample, where its window starts in <paramref name="Rows"/>; windows of one instrument overlap.</param>
/// <param name="Labels">Per sample, 1 (up) or 0 (down).</param>
public sealed record TrainingSamples(float[] Rows, int WindowSize, int[] Offsets, byte[] Labels)
{
    /// <summary>Gets the number of samples.</summary>
    public int Count => Offsets.Length;

    /// <summary>Checks that every window lies in the rows and every label is 0 or 1, and that they fill a mini-batch.</summary>
    /// <param name="batchSize">Samples in a mini-batch.</param>
    /// <exception cref="ArgumentException">The first fault found.</exception>
    public void Validate(int batchSize)
    {
        if (Labels.Length != Offsets.Length)
            throw new ArgumentException($"Training samples: {Offsets.Length} windows, but {Labels.Length} labels.");
        if (Count < batchSize)
            throw new ArgumentException($"Training samples: a mini-batch needs {batchSize}, found {Count}.");
        for (var i = 0; i < Count; i++)
        {
            if (Offsets[i] < 0 || Offsets[i] > Rows.Length - WindowSize)
                throw new ArgumentException(
                    $"Training samples: window {i} of {WindowSize} values cannot start at {Offsets[i]} of {Rows.Length}.");
            if (Labels[i] > 1)
                throw new ArgumentException($"Training samples: label {i} must be 0 or 1, found {Labels[i]}.");
        }
    }
}
