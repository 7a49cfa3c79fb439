using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Turns a day's scores into a portfolio. The simulator and the plugin ask the same rule, so that what was evaluated is what is traded.
/// Implementations are immutable, deterministic and safe to share between threads; what they decide depends on their arguments alone.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete rule in one file.</example>
public interface IPortfolioRule
{
    /// <summary>Gets the name under which the rule is registered (<see cref="PortfolioRuleFactory"/>).</summary>
    string Name { get; }

    /// <summary>Gets the parameters that make an equal rule; they are stored in the artifact.</summary>
    Parameters Parameters { get; }

    /// <summary>
    /// Gets the span in days of the exponential average of the scores that the ranking goes by; 1, the default, ranks by the day's own
    /// scores. A score that is one day older counts <c>1 - 2 / (span + 1)</c> times as much, up to 3 spans.
    /// </summary>
    int ScoreDays => 1;

    /// <summary>Gets a value indicating whether names are also sold short. Default false.</summary>
    bool LongShort => false;

    /// <summary>
    /// Gets the fewest names that a whole side is spread over, at least 1; default 1. With fewer, none gets more than that part of the
    /// side, and the rest stays in cash, in a fallback too: one name that happens to be scored does not get all the money.
    /// </summary>
    int MinPositions => 1;

    /// <summary>Returns why the portfolio is 1/N on a day instead, or null, the default, where the rule trades.</summary>
    /// <param name="scored">Number of names scored on the day.</param>
    /// <param name="costBps">Expected cost of a trade in basis points of its value, each side.</param>
    string? Fallback(int scored, double costBps) => null;

    /// <summary>
    /// Returns how many names a portfolio of so many scored names holds on each side; used where the rule itself does not decide.
    /// </summary>
    /// <param name="scored">Number of names scored.</param>
    int Positions(int scored);

    /// <summary>Decides a day's portfolio.</summary>
    /// <param name="day">What is known.</param>
    /// <param name="targets">Receives the decision; empty before the call.</param>
    void Decide(scoped in PortfolioDay day, PortfolioTargets targets);
}
