using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Trees;

/// <summary>Samples to boost on: windows as slices of rows, never copied, each with its target. Immutable; shared by all threads.</summary>
/// <param name="Rows">Feature rows, contiguous; NaN is a missing value.</param>
/// <param name="WindowSize">Values in a window; each is a feature.</param>
/// <param name="Offsets">Per sample, where its window starts in <paramref name="Rows"/>.</param>
/// <param name="Targets">Per sample, what is forecast; for log loss in [0, 1].</param>
internal sealed record TreeSamples(float[] Rows, int WindowSize, int[] Offsets, float[] Targets)
{
    // Thresholds of this size stand for "all known values".
    private const float Largest = float.MaxValue;

    /// <summary>Gets the number of samples.</summary>
    public int Count => Offsets.Length;

    /// <summary>Returns samples whose targets are their labels, 1 (up) or 0 (down).</summary>
    /// <param name="samples">The samples.</param>
    public static TreeSamples From(TrainingSamples samples) => new(
        samples.Rows, samples.WindowSize, samples.Offsets, Array.ConvertAll(samples.Labels, label => (float)label));

    /// <summary>Returns a value; NaN where it is missing.</summary>
    public float this[int sample, int feature] => Rows[Offsets[sample] + feature];

    /// <summary>Checks windows, values and targets.</summary>
    /// <param name="loss">The loss, which bounds targets.</param>
    /// <exception cref="ArgumentException">The first fault found.</exception>
    public void Validate(TreeLoss loss)
    {
        if (Count == 0 || Targets.Length != Count)
            throw new ArgumentException($"Trees: expected samples with a target each, found {Count} windows and {Targets.Length} targets.");
        for (var i = 0; i < Count; i++)
        {
            if (Offsets[i] < 0 || Offsets[i] > Rows.Length - WindowSize)
                throw new ArgumentException(
                    $"Trees: window {i} of {WindowSize} values cannot start at {Offsets[i]} of {Rows.Length}.");
            if (!float.IsFinite(Targets[i]) || (loss == TreeLoss.Log && Targets[i] is < 0 or > 1))
                throw new ArgumentException(
                    $"Trees: target {i} must be {(loss == TreeLoss.Log ? "in [0, 1]" : "finite")}, found {Targets[i]}.");
            RequireInRange(i);
        }
    }

    private void RequireInRange(int sample)
    {
        var window = Rows.AsSpan(Offsets[sample], WindowSize);
        for (var j = 0; j < window.Length; j++)
        {
            if (Math.Abs(window[j]) >= Largest)
                throw new ArgumentException($"Trees: sample {sample}, value {j}: found {window[j]}, expected a finite number below "
                    + $"{Largest}, or NaN for a missing one.");
        }
    }
}
