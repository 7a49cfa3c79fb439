using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Metrics;

public class CorrelationTests
{
    /// <summary>Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).</summary>
    [Test]
    public void Spearman_EqualValues_ShareTheirMeanRank() =>
        Assert.That(Correlation.Spearman([1, 7, 7, 9], [1, 2, 3, 4]), Is.EqualTo(Math.Sqrt(0.9)).Within(1e-15));
}
