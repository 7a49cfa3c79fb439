using System.Globalization;
using AlphaMix.Evaluation.Evaluations;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>Prints the verdict's table of docs/statistics.md: how often 200 simulated years without an edge are said to have one, and how often an edge is found.</summary>
[Explicit("Prints the verdict's table of docs/statistics.md; takes minutes.")]
public class VerdictTable
{
    private const int Markets = 200;

    [TestCase(false, 0.0)]
    [TestCase(true, 0.0)]
    [TestCase(false, 0.02)]
    [TestCase(true, 0.02)]
    [TestCase(false, 0.05)]
    [TestCase(true, 0.05)]
    [TestCase(false, 0.1)]
    [TestCase(true, 0.1)]
    public void TwoHundredMarkets(bool factor, double ic)
    {
        var results = new EvaluationResult[Markets];
        for (var market = 0; market < Markets; market++)
            results[market] = SimulatedVerdicts.Evaluate(market, ic, factor);
        var strict = results.Count(result => SimulatedVerdicts.AnyEdge(result, 0.01));
        var loose = results.Count(result => SimulatedVerdicts.AnyEdge(result, 0.05));

        TestContext.Progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {(factor ? "common factor, GARCH, t6" : "independent")} | {ic} | {strict} of {Markets} ({100.0 * strict / Markets:0.0} %) | {loose} of {Markets} ({100.0 * loose / Markets:0.0} %) |"));
        if (ic == 0)
        {
            Assert.That(strict, Is.InRange(Fewest(0.01), Most(0.01)), "the 99 % binomial interval at 1 %");
            Assert.That(loose, Is.LessThanOrEqualTo(Most(0.05)), "the upper end of the 99 % binomial interval at 5 %");
        }
    }

    private static int Most(double level) => Enumerable.Range(0, Markets + 1).First(count => Binomial.CDF(level, Markets, count) >= 0.995);

    private static int Fewest(double level) => Enumerable.Range(0, Markets + 1).First(count => Binomial.CDF(level, Markets, count) > 0.005);
}
