using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Tests.Routers;

[TestFixture]
public class WithReplacementSelectorTests
{
    [Test]
    public void Select_ProfitOfTheMean_WeighsTheComplementaryGroups()
    {
        // Each group is a point; the profit is how near the ensemble's mean lies to 1. The best mean of {0, 1.5} is 2/3 * 1.5.
        double[] points = [0, 1.5, 9];

        var selection = WithReplacementSelector.Select(3, distinct: 3, groups => -Math.Abs(1 - groups.Average(g => points[g])));

        Assert.Multiple(() =>
        {
            Assert.That(selection.Groups, Is.EqualTo(new[] { 1, 0 }));
            Assert.That(selection.MixtureWeights[0], Is.EqualTo(2 / 3f).Within(1e-6));
            Assert.That(selection.MixtureWeights.Sum(), Is.EqualTo(1).Within(1e-6));
        });
    }

    [Test]
    public void Select_GroupsChosenAgain_DoNotCountAsDistinct()
    {
        // The mean nearest to 0.27 takes 0 three times and 1 once: four choices of two groups, with three allowed.
        double[] points = [0, 1, 9];

        var selection = WithReplacementSelector.Select(3, distinct: 3, groups => -Math.Abs(0.27 - groups.Average(g => points[g])));

        Assert.That(selection.Groups, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(selection.MixtureWeights, Is.EqualTo(new[] { 0.75f, 0.25f }));
    }

    [Test]
    public void Select_NothingImproves_StopsAtTheBestSingleGroup()
    {
        double[] profit = [0.1, 0.4, 0.2];

        var selection = WithReplacementSelector.Select(3, distinct: 3, groups => groups.Average(g => profit[g]));

        Assert.That(selection.Groups, Is.EqualTo(new[] { 1 }));
        Assert.That(selection.MixtureWeights, Is.EqualTo(new[] { 1f }));
    }

    [Test]
    public void Select_AlwaysImproving_StopsAtKDistinctGroups()
    {
        var selection = WithReplacementSelector.Select(5, distinct: 2, groups => groups.Distinct().Count() + 0.01 * groups.Count);

        Assert.That(selection.Groups, Has.Count.EqualTo(2));
    }
}
