using System.Globalization;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Tests.Evaluations;

/// <summary>
/// Prints the table of docs/statistics.md on markets with and without priced factors: how often strategies without skill are said to have an
/// edge. The number of markets is 1,000, or the environment variable ALPHAMIX_MARKETS.
/// </summary>
[Explicit("Prints a table of docs/statistics.md; takes many minutes.")]
public class FactorVerdictTable
{
    private static readonly int Markets = int.Parse(Environment.GetEnvironmentVariable("ALPHAMIX_MARKETS") ?? "1000", CultureInfo.InvariantCulture);

    [Test]
    public void ManyMarkets([Values] bool isPractical, [Values(0, 0.15)] double premium, [Values] bool exposed, [Values(0.01, 0.05)] double level)
    {
        var judged = new (bool Edge, bool WithoutAlpha)[Markets];
        for (var market = 0; market < Markets; market++)
            judged[market] = FactorMarkets.Judge(market, premium, exposed, isPractical, level);
        var (edges, without) = (judged.Count(one => one.Edge), judged.Count(one => one.WithoutAlpha));

        TestContext.Progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {(isPractical ? "rank buffer" : "daily top 4")} | {(premium > 0 ? "priced" : "not priced")} | {(exposed ? "exposures" : "noise")} | "
                + $"{100 * level:0} % | {edges} of {Markets} ({100.0 * edges / Markets:0.0} %) | {without} of {Markets} ({100.0 * without / Markets:0.0} %) |"));
        if (premium == 0 || !exposed)
            Assert.That(edges, Is.LessThanOrEqualTo(Enumerable.Range(0, Markets + 1).First(count => Binomial.CDF(level, Markets, count) >= 0.995)));
    }
}
