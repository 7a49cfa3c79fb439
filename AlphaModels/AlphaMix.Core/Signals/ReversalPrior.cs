using AlphaMix.Core.Features;

namespace AlphaMix.Core.Signals;

/// <summary>
/// A forecast without fitted coefficients: what fell against the market lately rises, -(r1 + r3 + r5) / 3 of the residual features.
/// </summary>
public sealed class ReversalPrior
{
    private readonly int[] _places;

    /// <summary>Initializes a new instance of the <see cref="ReversalPrior"/> class.</summary>
    /// <param name="spec">Features that have the prior's horizons.</param>
    /// <exception cref="ArgumentException">A horizon is missing.</exception>
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

    /// <summary>Gets the names of the features it is made of.</summary>
    public static IReadOnlyList<string> Names { get; } = ["r1", "r3", "r5"];

    /// <summary>Says whether features have the prior's horizons.</summary>
    public static bool IsIn(FeatureSpec spec) =>
        Names.All(name => spec.Features.Any(feature => feature.Name == name && feature.Function == FeatureFunctions.ResidualReturn));

    /// <summary>Gives the prior of a window: its last row counts.</summary>
    /// <param name="window">Unscaled rows, time-major, oldest first.</param>
    public float Score(ReadOnlySpan<float> window)
    {
        var sum = 0f;
        foreach (var place in _places)
            sum += window[place];
        return -sum / _places.Length;
    }
}
