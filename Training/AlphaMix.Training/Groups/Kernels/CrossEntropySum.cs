using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>
/// Sum of softmax cross-entropies of two logits, in nats, as a function of their margins up - down. The logarithms are taken together:
/// sum of log(1 + e) = log of the product of (1 + e).
/// </summary>
internal struct CrossEntropySum
{
    // Each factor is at most 2: far from overflow when the next one comes.
    private const double Large = 1e200;

    private double _sum;
    private double _product;

    /// <summary>Initializes a new instance of the <see cref="CrossEntropySum"/> struct: an empty sum.</summary>
    public CrossEntropySum() => _product = 1;

    /// <summary>Gets the sum; NaN once a margin was not finite.</summary>
    public readonly double Total => _sum + ExactMath.Log(_product);

    /// <summary>Adds a sample.</summary>
    /// <param name="margin">Logit of "up" minus logit of "down".</param>
    /// <param name="label">1 (up) or 0 (down).</param>
    /// <returns>The derivative of the sample's loss by the logit of "up"; that by "down" is its negative.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Add(double margin, byte label)
    {
        if (!double.IsFinite(margin))
            return _sum = double.NaN;

        // One exponential, of a number below 0, serves loss and derivative: no overflow.
        var small = ExactMath.Exp(-Math.Abs(margin));
        var wrong = label == 1 ? -margin : margin;
        _sum += wrong > 0 ? wrong : 0;
        _product *= 1 + small;
        if (_product > Large)
        {
            _sum += ExactMath.Log(_product);
            _product = 1;
        }

        return (margin > 0 ? 1 : small) / (1 + small) - label;
    }
}
