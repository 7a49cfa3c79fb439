using AlphaMix.Core.Experts;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Tests.Routers;

[TestFixture]
public class SoupMakerTests
{
    [Test]
    public void Make_IngredientThatHelps_IsAveragedIn_AndOneThatHarms_IsLeftOut()
    {
        // Profit: nearness of the single parameter to 2. 1 is the best alone; with 3 the mean is 2; with 9 it would be worse.
        var (soup, ingredients) = SoupMaker.Make([[1f], [9f], [3f]], parameters => -Math.Abs(2 - parameters[0]));

        Assert.Multiple(() =>
        {
            Assert.That(soup, Is.EqualTo(new[] { 2f }));
            Assert.That(ingredients, Is.EqualTo(new[] { 0, 2 }));
        });
    }

    [Test]
    public void Make_EquallyGood_IsKept()
    {
        var (_, ingredients) = SoupMaker.Make([[1f], [5f]], _ => 0.5);

        Assert.That(ingredients, Is.EqualTo(new[] { 0, 1 }));
    }

    [TestCase(SoupCandidates.Start, 1, 2)]
    [TestCase(SoupCandidates.Hyperparameters, 1, 3)]
    [TestCase(SoupCandidates.Either, 1, 2, 3)]
    public void Candidates_AreGroupsLikeTheBestOne(SoupCandidates candidates, params int[] expected)
    {
        var best = new SoupMember(new GroupShape(110, 32, 4), 64, 1e-3, Start: 1);
        (int Number, SoupMember Member)[] groups =
        [
            (1, best),
            (2, best with { LearningRate = 1e-4 }),
            (3, best with { Start = 2 }),
            (4, best with { Start = 2, BatchSize = 128 }),
            (5, best with { Shape = new GroupShape(110, 64, 4) })
        ];

        Assert.That(groups.Where(each => SoupMaker.IsCandidate(candidates, each.Member, best)).Select(each => each.Number), Is.EqualTo(expected));
    }

    [Test]
    public void Make_OtherShapes_Throws() =>
        Assert.That(() => SoupMaker.Make([[1f], [1f, 2f]], _ => 0), Throws.ArgumentException);
}
