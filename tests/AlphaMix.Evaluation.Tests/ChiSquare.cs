namespace AlphaMix.Evaluation.Tests;

/// <summary>Pearson's test of equal frequencies.</summary>
internal static class ChiSquare
{
    /// <summary>The 99.9 % point with 19 degrees of freedom: with the seeds fixed, a test that passes stays so.</summary>
    public const double Limit19 = 43.82;

    public static double OfUniform(int[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
