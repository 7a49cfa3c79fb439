using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>A rule of a test's own: what to do is a function of the day.</summary>
/// <param name="decide">Decides; called in the order of days.</param>
internal sealed class ArbitraryRule(ArbitraryRule.Decision decide) : IPortfolioRule
{
    public delegate void Decision(scoped in PortfolioDay day, PortfolioTargets targets);

    public string Name => "arbitrary";

    public Parameters Parameters => Parameters.None;

    public int Positions(int scored) => scored;

    public void Decide(scoped in PortfolioDay day, PortfolioTargets targets) => decide(day, targets);

    /// <summary>Returns a rule that follows a script, one entry a decision day.</summary>
    public static ArbitraryRule Script(params Action<PortfolioTargets>[] days)
    {
        var next = 0;
        return new ArbitraryRule((scoped in PortfolioDay _, PortfolioTargets targets) => days[next++](targets));
    }
}
