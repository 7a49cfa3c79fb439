using System.Numerics;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>How often the configuration that did best on one half of the days is below the median on the other half.</summary>
/// <remarks>
/// Bailey, Borwein, Lopez de Prado and Zhu (2017), "The probability of backtest overfitting", Journal of Computational Finance 20(4):
/// combinatorially symmetric cross-validation, with the Sharpe ratio as performance. Assumes that nothing but the choice among the
/// configurations given was fitted on these days. About 0.5 when all are alike without skill, near 0 when the choice carries over.
/// </remarks>
public sealed record BacktestOverfitting
{
    /// <summary>Gets the probability of backtest overfitting: the share of splits whose logit is at most 0, in [0, 1].</summary>
    public required double Probability { get; init; }

    /// <summary>Gets the share of splits in which the chosen configuration lost money on the other half, in [0, 1].</summary>
    public required double ProbabilityOfLoss { get; init; }

    /// <summary>
    /// Gets each split's logit <c>log(w / (1 - w))</c>, w = rank / (configurations + 1) of the chosen configuration on the other half; mean
    /// ranks for ties.
    /// </summary>
    public required double[] Logits { get; init; }

    /// <summary>Splits the days into blocks, and the blocks into halves in every way.</summary>
    /// <param name="returns">Daily returns as fractions, finite, shape <c>(configurations, days)</c>.</param>
    /// <param name="blocks">Number of blocks, even, in [2, 20]. Default 16: 12,870 splits.</param>
    /// <exception cref="ArgumentException">There are fewer than two configurations, they differ in days, or there are fewer than two days a
    /// block.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="blocks"/> is odd or out of range.</exception>
    /// <remarks>Where days are not a multiple of blocks, blocks differ by one day. A half without variation counts as the lowest
    /// performance.</remarks>
    public static BacktestOverfitting From(IReadOnlyList<double[]> returns, int blocks = 16)
    {
        ArgumentNullException.ThrowIfNull(returns);
        if (blocks is < 2 or > 20 || blocks % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, "The number of blocks must be even and lie in [2, 20].");
        if (returns.Count < 2 || returns.Any(own => own.Length != returns[0].Length))
            throw new ArgumentException("Expected at least two configurations with equally many days.", nameof(returns));
        if (returns[0].Length < 2 * blocks)
            throw new ArgumentException($"Expected at least {2 * blocks} days, found {returns[0].Length}.", nameof(returns));

        var parts = returns.Select(own => BlockMoments.Split(own, blocks)).ToArray();
        var logits = new List<double>();
        var (overfitted, lost) = (0, 0);
        var (inside, outside) = (new double[parts.Length], new double[parts.Length]);
        for (var half = 0u; half < 1u << blocks; half++)
        {
            if (BitOperations.PopCount(half) != blocks / 2)
                continue;
            for (var c = 0; c < parts.Length; c++)
                (inside[c], outside[c]) = (BlockMoments.Sharpe(parts[c], half), BlockMoments.Sharpe(parts[c], ~half));

            var chosen = Array.IndexOf(inside, inside.Max());
            var below = outside.Count(value => value < outside[chosen]);
            var equal = outside.Count(value => value == outside[chosen]);
            var rank = below + (equal + 1) / 2.0;
            var logit = ExactMath.Log(rank / (parts.Length + 1 - rank));
            logits.Add(logit);
            overfitted += logit <= 0 ? 1 : 0;
            lost += outside[chosen] < 0 ? 1 : 0;
        }

        return new BacktestOverfitting
        {
            Probability = (double)overfitted / logits.Count,
            ProbabilityOfLoss = (double)lost / logits.Count,
            Logits = [.. logits]
        };
    }
}
