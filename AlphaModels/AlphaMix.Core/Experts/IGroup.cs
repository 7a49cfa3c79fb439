namespace AlphaMix.Core.Experts;

/// <summary>
/// A member of a pool as routers see it: a group of networks (<see cref="ExpertGroup"/>) or of trees (<c>TreeGroup</c>).
/// Immutable and safe to share between threads; scratch memory is the caller's.
/// </summary>
public interface IGroup
{
    /// <summary>Gets the number of values in a window, T * F.</summary>
    int InputSize { get; }

    /// <summary>Gets the number of experts that an answer asks, at least 1.</summary>
    int Experts { get; }

    /// <summary>Gets the number of trained numbers that an answer is made with.</summary>
    long ParameterCount { get; }

    /// <summary>Computes the logits of each sample.</summary>
    /// <param name="rows">Scaled feature rows of a panel, row-major, finite; windows may overlap.</param>
    /// <param name="offsets">Per sample, where its window starts in <paramref name="rows"/>; time-major, oldest bar first.</param>
    /// <param name="logits">Receives the logits of "down" and "up" per sample, shape (samples x 2).</param>
    /// <param name="scratch">Working memory, one a thread; nothing is allocated once it has seen a batch of this size.</param>
    /// <remarks>A sample's logits do not depend, to the bit, on the samples beside it.</remarks>
    /// <exception cref="ArgumentException">
    /// A window does not lie in <paramref name="rows"/>, or <paramref name="logits"/> is not (samples x 2).
    /// </exception>
    void Logits(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> logits, InferenceScratch scratch);
}
