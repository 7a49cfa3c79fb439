using AlphaMix.Training.Configuration;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Tests.Spans;

[TestFixture]
internal sealed class EpochKeeperTests
{
    // By epoch; each figure is best at another one.
    private static readonly ValidationFigures[] Figures =
    [
        new(Loss: 0.70, Accuracy: 0.50, Profit: 0.3),
        new(Loss: 0.68, Accuracy: 0.51, Profit: 0.1),
        new(Loss: 0.69, Accuracy: 0.54, Profit: 0.2),
        new(Loss: 0.71, Accuracy: 0.54, Profit: 0.2)
    ];

    [TestCase(EpochRule.Last, 4)]
    [TestCase(EpochRule.ValLoss, 2)]
    [TestCase(EpochRule.ValAccuracy, 3)]
    [TestCase(EpochRule.ValProfit, 1)]
    public void Look_KeepsTheBestEpochOfTheRule_OfEqualsTheFirst(EpochRule rule, int expected)
    {
        var keeper = new EpochKeeper(rule, Figures.Length, parameters => Figures[(int)parameters[0] - 1]);

        for (var epoch = 1; epoch <= Figures.Length; epoch++)
            keeper.Look(epoch, trainingLoss: 10 * epoch, [epoch]);

        Assert.That((keeper.Epoch, keeper.TrainingLoss, keeper.Parameters[0]), Is.EqualTo((expected, 10.0 * expected, (float)expected)));
    }
}
