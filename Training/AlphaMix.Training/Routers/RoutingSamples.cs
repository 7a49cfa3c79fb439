using AlphaMix.Core.Experts;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Routers;

/// <summary>The validation samples that routers are fitted on, with the logits of each group.</summary>
/// <param name="Rows">Scaled feature rows of all instruments, row-major; not to be written to.</param>
/// <param name="WindowSize">Values in a window, T * F.</param>
/// <param name="Offsets">Per sample, where its window starts in <paramref name="Rows"/>; time-major, oldest bar first.</param>
/// <param name="Labels">Per sample, 1 (up) or 0 (down).</param>
/// <param name="GroupLogits">
/// Per group of the pool, networks before trees, the mean logits of its experts, shape (samples x 2): "down", then "up".
/// </param>
public sealed record RoutingSamples(
    float[] Rows, int WindowSize, int[] Offsets, byte[] Labels, IReadOnlyList<float[]> GroupLogits)
{
    /// <summary>Gets the number of samples.</summary>
    public int Count => Offsets.Length;

    /// <summary>Computes each group's logits on the validation samples.</summary>
    /// <param name="validation">The validation span.</param>
    /// <param name="groups">The pool's groups.</param>
    internal static RoutingSamples From(ValidationSpan validation, IEnumerable<IGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(validation);
        return new RoutingSamples(
            validation.Rows,
            validation.WindowSize,
            validation.Offsets,
            validation.Labels,
            [.. groups.Select(validation.Logits)]);
    }

    /// <summary>Returns the mean logits of a choice of groups, which may repeat, shape (samples x 2).</summary>
    public float[] MeanLogits(IReadOnlyCollection<int> groups)
    {
        var sum = new double[2 * Count];
        foreach (var group in groups)
        {
            var logits = GroupLogits[group];
            for (var i = 0; i < sum.Length; i++)
                sum[i] += logits[i];
        }

        return Array.ConvertAll(sum, value => (float)(value / groups.Count));
    }
}
