using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Tests.Groups.Trainers;

public class GroupInitialiserTests
{
    private static readonly GroupLayout Layout = new(new GroupShape(25, 64, 4, EnsembleHead: true));

    [Test]
    public void Create_DrawsSlowWeightsAndBiasesWithinTheRootOfTheFanIn()
    {
        var parameters = GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 1, 0);

        foreach (var layer in Layout.Layers)
        {
            var bound = 1 / MathF.Sqrt(layer.Inputs);
            var drawn = parameters[layer.SlowWeights..(layer.Bias + layer.Outputs)];
            Assert.That(drawn, Is.All.InRange(-bound, bound));
            Assert.That(drawn.Max(), Is.GreaterThan(0.9f * bound));
            Assert.That(drawn.Average(), Is.Zero.Within(0.2f * bound));
        }
    }

    [Test]
    public void Create_RandomSigns_AreBothSignsInEveryVectorAndDifferBetweenExperts()
    {
        var parameters = GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 1, 0);

        var layer = Layout.Layers[0];
        var vectors = Enumerable.Range(0, 4)
            .Select(i => parameters[(layer.InputFast + i * 25)..(layer.InputFast + (i + 1) * 25)]).ToList();
        Assert.That(vectors.SelectMany(values => values).Distinct(), Is.EquivalentTo(new[] { -1f, 1f }));
        Assert.That(vectors.Select(values => string.Join(",", values)), Is.Unique);
    }

    [Test]
    public void Create_Ones_AreOnes()
    {
        var parameters = GroupInitialiser.Create(Layout, FastVectorStart.Ones, 1, 0);

        foreach (var layer in Layout.Layers)
            Assert.That(parameters[layer.InputFast..layer.ExpertBias], Is.All.EqualTo(1f));
    }

    [Test]
    public void Create_ExpertBiases_AreZero()
    {
        var parameters = GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 1, 0);

        foreach (var layer in Layout.Layers)
            Assert.That(parameters[layer.ExpertBias..layer.End], Is.All.Zero);
    }

    [Test]
    public void Create_DependsOnSeedAndInitialisation()
    {
        var first = GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 1, 0);

        Assert.That(GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 1, 0), Is.EqualTo(first));
        Assert.That(GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 1, 1), Is.Not.EqualTo(first));
        Assert.That(GroupInitialiser.Create(Layout, FastVectorStart.RandomSigns, 2, 0), Is.Not.EqualTo(first));
    }
}
