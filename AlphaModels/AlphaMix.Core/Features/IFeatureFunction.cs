using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Features;

/// <summary>
/// The formula of a feature: one value from the last bars of one instrument. Training computes it bar after bar, the plugin as bars come,
/// both through this one method, so that they agree to the bit. Implementations are immutable, deterministic and safe to share between
/// threads.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete function in one file.</example>
public interface IFeatureFunction
{
    /// <summary>Gets the name under which the function is registered (<see cref="FeatureFunctionFactory"/>).</summary>
    string Name { get; }

    /// <summary>Gets the parameters that make an equal function; they are stored in the artifact. None by default.</summary>
    Parameters Parameters => Parameters.None;

    /// <summary>Gets the least number of bars that the function makes sense with, the current one included. Default 1.</summary>
    int LeastLookback => 1;

    /// <summary>Computes the feature at the last of the bars.</summary>
    /// <param name="bars">
    /// Exactly <see cref="Feature.Lookback"/> consecutive usable bars of one instrument, oldest first; the last is the current one. Nothing
    /// later is seen, and nothing earlier may be remembered. Days on which the instrument did not trade are missing. The four adjusted
    /// prices are the same in training and in LEAN; volume is not, which LEAN divides by the split and dividend factor, nor are the
    /// factors, which are 1 there.
    /// </param>
    /// <param name="source">Prices to read where a function compares bars (<see cref="Bar.CloseOf"/>).</param>
    /// <returns>A unit-free, finite number, not yet scaled: a ratio or a score, never a price or a volume.</returns>
    float Compute(ReadOnlySpan<Bar> bars, PriceSource source);
}
