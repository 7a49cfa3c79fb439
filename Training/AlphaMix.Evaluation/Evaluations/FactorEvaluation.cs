using AlphaMix.Evaluation.Factors;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The alternatives that anyone can buy, on the days and after the highest costs of an evaluation.</summary>
/// <param name="Portfolios">1/N, 1/N that is not rebalanced, and the factors that could be formed.</param>
/// <param name="LeftOut">The factors that could not.</param>
internal sealed record FactorEvaluation(IReadOnlyList<AlternativeEvaluation> Portfolios, IReadOnlyList<FactorOmission> LeftOut)
{
    /// <summary>Gets 1/N that is not rebalanced.</summary>
    public AlternativeEvaluation Drifting => Portfolios[1];

    /// <summary>Gets the factors that could be formed.</summary>
    public IEnumerable<AlternativeEvaluation> Factors => Portfolios.Skip(2);

    /// <summary>Evaluates the alternatives.</summary>
    public static FactorEvaluation From(FactorSet factors) => new(
        [
            .. factors.All.Select(one => new AlternativeEvaluation(
                one.Key, one.Name, one.Definition, ReturnMetrics.From(one.Simulation.NetReturns), one.Simulation.MeanTurnover))
        ],
        factors.LeftOut);
}
