using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>1/N: every name with a bar on the day, scored or not, rebalanced to equal weights every day.</summary>
/// <remarks>DeMiguel, Garlappi and Uppal (2009): the benchmark that few optimised portfolios beat after costs. Scores do not
/// matter.</remarks>
public sealed record EqualWeight : IPortfolioRule
{
    /// <summary>The name under which the rule is registered.</summary>
    public const string RuleName = "equalWeight";

    /// <inheritdoc/>
    public string Name => RuleName;

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None;

    /// <summary>Creates the rule; it has no parameters.</summary>
    /// <exception cref="ArgumentException">A parameter is given.</exception>
    public static EqualWeight Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown();
        return new EqualWeight();
    }

    /// <inheritdoc/>
    public int Positions(int scored) => scored;

    /// <inheritdoc/>
    public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        for (var name = 0; name < day.States.Length; name++)
        {
            if (day.States[name] == TradingState.Trading)
                targets.Buy(name);
        }
    }
}
