using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation;

/// <summary>The 1/N portfolio: every instrument with a bar on the day, in equal weights, every day.</summary>
public static class EqualWeight
{
    /// <summary>
    /// Runs 1/N by the rules of <see cref="Simulator"/>; all picks have rank 1, and <see cref="PortfolioOptions.TopK"/> and the buffer do not matter.
    /// </summary>
    /// <param name="grid">Prices.</param>
    /// <param name="span">Decision days.</param>
    /// <param name="options">Fill rule and costs.</param>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A decision day has no later day in the grid.</exception>
    public static SimulationResult Run(MarketGrid grid, EvaluationSpan span, PortfolioOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        grid.Check(span, nameof(span));
        options.Validate();

        return Simulator.Run(grid, span, options, new EveryTradableName(grid));
    }
}
