using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Metrics;

public class DisagreementTests
{
    [Test]
    public void From_CountsPairsAndSplitSamples()
    {
        byte[] decisions = [0, 0, 0, 0, /* */ 1, 0, 0, 0, /* */ 1, 1, 0, 0, /* */ 1, 1, 1, 1];

        var disagreement = Disagreement.From(decisions, members: 4);

        Assert.That(disagreement.Pairwise, Is.EqualTo((0 + 3 + 4 + 0) / 24.0));
        Assert.That(disagreement.NonUnanimous, Is.EqualTo(0.5));
    }

    [Test]
    public void From_TwoMembers_AreSplitWhereTheyDiffer() =>
        Assert.That(Disagreement.From([1, 0, 1, 1, 0, 0, 0, 1], 2), Is.EqualTo(new Disagreement(0.5, 0.5)));

    [Test]
    public void From_NothingToCompare_IsNaN()
    {
        Assert.That(Disagreement.From([], 4).Pairwise, Is.NaN);
        Assert.That(Disagreement.From([1, 0], 1).NonUnanimous, Is.NaN);
    }

    [Test]
    public void From_RaggedDecisions_Throws() =>
        Assert.That(() => Disagreement.From([1, 0, 1], 2), Throws.ArgumentException.With.Message.Contains("multiple of 2"));
}
