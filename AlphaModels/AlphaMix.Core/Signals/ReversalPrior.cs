using AlphaMix.Core.Features;

namespace AlphaMix.Core.Signals;

/// <summary>
/// Short-term reversal signal with fixed coefficients: -(r1 + r3 + r5) / 3 of the residual features. Nothing is fitted, so every day is
/// out-of-sample. Immutable and safe to share.
/// </summary>
public sealed class ReversalPrior
{
    private readonly int[] _places;

    /// <summary>Initializes a new instance of the <see cref="ReversalPrior"/> class.</summary>
    /// <param name="spec">Features with <see cref="Names"/> among them.</param>
    /// <exception cref="ArgumentException">A feature is missing, or is not a residual return.</exception>
    public ReversalPrior(FeatureSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!IsIn(spec))
            throw new ArgumentException(
                $"The prior needs the residual features {string.Join(", ", Names)}, found "
                    + $"{string.Join(", ", spec.Features.Select(feature => feature.Name))}.", nameof(spec));
        var last = spec.InputSize - spec.RowSize;
        _places = [.. Names.Select(name => last + spec.Features.TakeWhile(feature => feature.Name != name).Count())];
    }

    /// <summary>Gets the features that it reads: residual returns of 1, 3 and 5 days.</summary>
    public static IReadOnlyList<string> Names { get; } = ["r1", "r3", "r5"];

    /// <summary>Returns whether features include those of the prior.</summary>
    /// <param name="spec">The features.</param>
    public static bool IsIn(FeatureSpec spec) =>
        Names.All(name => spec.Features.Any(feature => feature.Name == name && feature.Function == FeatureFunctions.ResidualReturn));

    /// <summary>Returns the prior of a window, from its last row: the higher, the likelier up. A mean of Gaussian rank scores.</summary>
    /// <param name="window">Unscaled rows, shape <c>(T x F)</c>, time-major, oldest first.</param>
    public float Score(ReadOnlySpan<float> window)
    {
        var sum = 0f;
        foreach (var place in _places)
            sum += window[place];
        return -sum / _places.Length;
    }
}
