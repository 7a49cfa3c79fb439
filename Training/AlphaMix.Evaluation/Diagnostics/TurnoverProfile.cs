using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>How much of a portfolio is replaced in a day, and how long it keeps a name.</summary>
/// <param name="Daily">Daily turnover without the first purchase, each in [0, 1].</param>
/// <param name="MeanHoldingDays">Mean number of days a name is held without a break; spells cut off by the ends of the span count as they
/// are. NaN when nothing was held.</param>
internal sealed record TurnoverProfile(Distribution Daily, double MeanHoldingDays)
{
    /// <summary>Describes a simulation.</summary>
    /// <param name="simulation">A portfolio.</param>
    public static TurnoverProfile Compute(SimulationResult simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var (held, spells) = (0, 0);
        var before = new HashSet<int>();
        foreach (var day in simulation.Holdings)
        {
            var now = day.Where(holding => holding.PortfolioWeight != 0).Select(holding => holding.Instrument).ToHashSet();
            held += now.Count;
            spells += now.Count(instrument => !before.Contains(instrument));
            before = now;
        }

        return new TurnoverProfile(
            Distribution.From(simulation.Turnover.AsSpan(Math.Min(1, simulation.Turnover.Length))),
            spells == 0 ? double.NaN : (double)held / spells);
    }
}
