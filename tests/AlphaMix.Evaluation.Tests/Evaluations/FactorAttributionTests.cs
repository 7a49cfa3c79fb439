using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Factors;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Evaluations;

public class FactorAttributionTests
{
    private static readonly ProportionalCosts Costs = new() { Bps = 5 };
    private static readonly MarketGrid Grid = SmallMarket.Random(220, 20, seed: 7);
    private static readonly Simulator Simulator = new(Grid, new EvaluationSpan(61, 150), FillRule.Close);
    private static readonly EvaluatorOptions Options = new() { Portfolios = 20, Replications = 200, Seed = 1 };

    [Test]
    public void Compute_PartsAddUpToTheActiveReturn()
    {
        var result = Evaluate(new Strategy("V", SmallMarket.RandomScores(Grid, 3), new DailyTopK()));

        var factors = result.Strategies[0].Factors!;
        Assert.That(factors.Exposures.Select(one => one.Key), Is.EqualTo(new[] { "equalWeight", "lowVolatility", "reversal" }));
        Assert.That(
            factors.AlphaYearly.Value + factors.Exposures.Sum(one => one.Yearly),
            Is.EqualTo(result.Strategies[0].Costs[^1].OverEqualWeight.Yearly).Within(1e-10));
    }

    [Test]
    public void Compute_AStrategyThatIsAFactor_IsExplainedByIt()
    {
        var scores = FactorScores.Compute(FactorList.All, new FactorHistory(Grid), Grid, Simulator.Span)[0];

        var result = Evaluate(new Strategy("V", scores, FactorSet.Rule));

        var factors = result.Strategies[0].Factors!;
        Assert.Multiple(() =>
        {
            Assert.That(factors.Exposures[1].Beta, Is.EqualTo(1).Within(1e-9));
            Assert.That(factors.Exposures[0].Beta, Is.EqualTo(1).Within(1e-9));
            Assert.That(factors.Fit.RSquared, Is.EqualTo(1).Within(1e-9));
            Assert.That(factors.AlphaYearly.Value, Is.Zero.Within(1e-9));
            Assert.That(Verdict.From(result.Strategies[0], result).AlphaHolds, Is.False);
        });
    }

    [Test]
    public void Explanation_IsTheLargestPartOfTheLead_OrEqualWeightBehindIt()
    {
        var factors = Evaluate(new Strategy("V", SmallMarket.RandomScores(Grid, 3), new DailyTopK())).Strategies[0].Factors!;
        FactorAttribution With(params double[] parts) => factors with
        {
            Fit = factors.Fit with { Alpha = new ConfidenceInterval(0, -1, 1, 0.95) },
            Exposures = [.. factors.Exposures.Zip(parts, (one, part) => one with { Yearly = part })]
        };

        Assert.That(With(0.01, 0.03, 0.02).Explanation, Is.EqualTo("low volatility"));
        Assert.That(With(0.01, -0.03, 0.03).Explanation, Is.EqualTo("reversal"));
        Assert.That(With(-0.01, 0.03, -0.03).Explanation, Is.EqualTo("1/N"), "it is behind 1/N");
    }

    [Test]
    public void Best_IsTheAlternativeWithTheHighestSharpeRatio()
    {
        var result = Evaluate(new Strategy("V", SmallMarket.RandomScores(Grid, 3), new DailyTopK()));

        var best = result.Factors!.Portfolios.MaxBy(one => one.Net.Paper.SharpeRatio)!;
        Assert.That(result.Strategies[0].Factors!.Best, Is.EqualTo(best.Name));
        Assert.That(
            result.Strategies[0].Factors!.OverBest.Value,
            Is.EqualTo(result.Strategies[0].Net.Paper.SharpeRatio - best.Net.Paper.SharpeRatio).Within(1e-9));
    }

    [Test]
    public void Compute_PValuesAllowForJudgedStrategies_AndComparatorsStandAlone()
    {
        Strategy Random(int seed, bool isComparator = false) =>
            new($"{seed}", SmallMarket.RandomScores(Grid, seed), new DailyTopK()) { IsComparator = isComparator };

        var alone = Evaluate(Random(3)).Strategies[0].Factors!;
        var beside = Evaluate(Random(3), Random(4, isComparator: true)).Strategies[0].Factors!;
        var among = Evaluate(Random(3), Random(4), Random(5)).Strategies[0].Factors!;

        Assert.That(beside.AlphaP, Is.EqualTo(alone.AlphaP));
        Assert.That(among.AlphaP, Is.GreaterThan(alone.AlphaP));
        Assert.That(among.AlphaYearly.Value, Is.EqualTo(alone.AlphaYearly.Value));
    }

    // One-sided p of Student's t: 2.0 at 57 degrees is 0.02516, and 1 - (1 - 0.02516)^10 is 0.2249.
    [Test]
    public void TrialsP_IsThatOfTheLargestOfSoManyIndependentTs()
    {
        var factors = Evaluate(new Strategy("V", SmallMarket.RandomScores(Grid, 3), new DailyTopK())).Strategies[0].Factors!;
        var known = factors with { Fit = factors.Fit with { AlphaT = 2, Hedged = new double[60], Betas = [1, 1] } };

        Assert.That(known.TrialsP(1), Is.EqualTo(0.02516).Within(5e-5));
        Assert.That(known.TrialsP(10), Is.EqualTo(0.2249).Within(5e-4));
        Assert.That((known with { Fit = known.Fit with { AlphaT = double.NaN } }).TrialsP(10), Is.NaN);
    }

    private static EvaluationResult Evaluate(params Strategy[] strategies) => Evaluator.Evaluate(Simulator, strategies, [Costs], Options).Result;
}
