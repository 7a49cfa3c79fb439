using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace MyAlpha;

/// <summary>Shares in proportion to 1 / volatility, so that every strategy carries the same risk.</summary>
public sealed class EqualRisk : IStrategyMixture
{
    private const double FirstVariance = 1e-4;

    public EqualRisk(Parameters parameters) => parameters.RequireKnown();

    public string Name => "equalRisk";

    public Parameters Parameters => Parameters.None;

    /// <summary>Number of returns and their sum of squares.</summary>
    public int MemorySize => 2;

    public void Remember(double gain, double elapsedDays, Span<double> memory)
    {
        memory[0] += 1;
        memory[1] += gain * gain;
    }

    public void Share(ReadOnlySpan<double> memories, Span<double> shares)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            var (returns, squares) = (memories[2 * i], memories[2 * i + 1]);
            shares[i] = 1 / Math.Sqrt((squares + FirstVariance) / (returns + 1));
            sum += shares[i];
        }

        foreach (ref var share in shares)
            share /= sum;
    }
}
