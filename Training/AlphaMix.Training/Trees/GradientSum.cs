using System.Runtime.Intrinsics;

namespace AlphaMix.Training.Trees;

/// <summary>A sum of gradients in double precision, and what follows from it for a leaf.</summary>
/// <param name="Values">Sum of first and of second derivatives.</param>
internal readonly record struct GradientSum(Vector128<double> Values)
{
    /// <summary>Gets the sum of first derivatives.</summary>
    public double First => Values.ToScalar();

    /// <summary>Gets the sum of second derivatives.</summary>
    public double Second => Values.GetElement(1);

    /// <summary>Returns the gradient of one sample.</summary>
    public static GradientSum From(Gradient gradient) => new(Vector128.Create((double)gradient.First, gradient.Second));

    public static GradientSum operator +(GradientSum one, GradientSum other) => new(one.Values + other.Values);

    public static GradientSum operator -(GradientSum one, GradientSum other) => new(one.Values - other.Values);

    /// <summary>Returns the score that lowers a leaf's loss most by its second-order expansion: -T(G) / (H + lambda), 0 without samples.</summary>
    /// <param name="l1">Alpha: T(G) is G drawn towards 0 by as much.</param>
    /// <param name="l2">Lambda.</param>
    public double LeafValue(double l1, double l2) => Second + l2 > 0 ? -Shrunk(l1) / (Second + l2) : 0;

    /// <summary>Returns twice the loss that such a leaf saves: T(G)^2 / (H + lambda).</summary>
    public double Gain(double l1, double l2)
    {
        var shrunk = Shrunk(l1);
        return Second + l2 > 0 ? shrunk * shrunk / (Second + l2) : 0;
    }

    private double Shrunk(double l1) => First > l1 ? First - l1 : First < -l1 ? First + l1 : 0;
}
