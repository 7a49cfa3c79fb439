using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Routers;

/// <summary>Working memory of a router: grows to the largest batch seen, then allocates nothing. Not thread-safe: one a thread.</summary>
public sealed class RouterScratch
{
    private float[] _logits = [];
    private float[] _mean = [];
    private float[] _embedding = [];
    private int[] _active = [];
    private int[] _activeOffsets = [];

    /// <summary>Gets the working memory of the groups.</summary>
    public InferenceScratch Groups { get; } = new();

    /// <summary>Gets the working memory of routers and forecasters from outside the library.</summary>
    public WorkingMemory Memory { get; } = new();

    internal Span<float> Logits(int samples) => Take(ref _logits, samples * GroupShape.Outputs);

    internal Span<float> Mean(int samples) => Take(ref _mean, samples * GroupShape.Outputs);

    internal Span<float> Embedding(int values) => Take(ref _embedding, values);

    internal Span<int> Active(int samples) => Take(ref _active, samples);

    internal Span<int> ActiveOffsets(int samples) => Take(ref _activeOffsets, samples);

    private static Span<T> Take<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[length];
        return buffer.AsSpan(0, length);
    }
}
