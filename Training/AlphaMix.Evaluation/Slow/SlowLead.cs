using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>What the first forecast earned over another one that was traded by the same rule at the same cost.</summary>
/// <param name="Over">The other forecast's name.</param>
/// <param name="CostBps">Cost in basis points a side.</param>
/// <param name="YearlyExcess">Mean daily difference of the net returns times 252, a fraction.</param>
/// <param name="InformationRatio">Mean over standard deviation of that difference, a year, with its interval.</param>
public sealed record SlowLead(string Over, double CostBps, double YearlyExcess, ConfidenceInterval InformationRatio)
{
    /// <summary>Compares the first forecast with each of the others at every cost.</summary>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="options">The options it was made with.</param>
    public static IReadOnlyList<SlowLead> Of(SlowOutcome outcome, SlowEvaluatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(options);
        var portfolios = outcome.Curves.Portfolios;
        return
        [
            .. from other in portfolios.Skip(1)
               from c in Enumerable.Range(0, other.AtCosts.Count)
               let excess = SlowEvaluator.Excess(portfolios[0].AtCosts[c].Result.NetReturns, other.AtCosts[c].Result.NetReturns)
               select new SlowLead(
                   other.Name, options.CostsBps[c], SlowEvaluator.DaysAYear * excess.Average(), SlowEvaluator.InformationRatio(excess, options))
        ];
    }
}
