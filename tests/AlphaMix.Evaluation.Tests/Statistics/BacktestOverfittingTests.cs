using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class BacktestOverfittingTests
{
    [Test]
    public void From_TwoBlocks_ByHand()
    {
        // Halves are days 1-2 and 3-4, three configurations with Sharpe ratios (mean / deviation):
        // A: 3/1 and 2/1; B: 2/1 and -1/1; C: 1/1 and 3/1. The best of the first half, A, is second of three on the other:
        // w = 2/4, logit 0. The best of the second half, C, is the last on the first: w = 1/4, logit log(1/3).
        double[][] returns = [[2, 4, 1, 3], [1, 3, -2, 0], [0, 2, 2, 4]];

        var found = BacktestOverfitting.From(returns, 2);

        Assert.Multiple(() =>
        {
            Assert.That(found.Logits, Is.EqualTo(new[] { 0, Math.Log(1.0 / 3) }).Within(1e-12));
            Assert.That(found.Probability, Is.EqualTo(1));
            Assert.That(found.ProbabilityOfLoss, Is.Zero);
        });
    }

    [Test]
    public void From_ChosenConfigurationLoses_IsCounted()
    {
        // A wins the first half and loses the second, B the other way round.
        var found = BacktestOverfitting.From([[1, 2, -1, -2], [-1, -2, 1, 2]], 2);

        Assert.That(found.ProbabilityOfLoss, Is.EqualTo(1));
        Assert.That(found.Logits, Is.EqualTo(new[] { -Math.Log(2), -Math.Log(2) }).Within(1e-12));
    }

    [Test]
    public void From_OneTrulyBetter_IsNotOverfitted()
    {
        var returns = Configurations(1, 20);
        returns[7] = [.. returns[7].Select(value => value + 0.006)];

        Assert.That(BacktestOverfitting.From(returns).Probability, Is.LessThan(0.01));
    }

    /// <summary>Without skill the chosen configuration's rank on the other half is uniform, so the mean over many pools is about one half.</summary>
    [Test]
    public void From_NobodyHasSkill_IsAboutOneHalf()
    {
        var mean = Enumerable.Range(0, 60).Average(pool => BacktestOverfitting.From(Configurations(pool, 20), 8).Probability);

        Assert.That(mean, Is.EqualTo(0.5).Within(0.08));
    }

    [Test]
    public void From_EqualConfigurations_ShareTheirRank()
    {
        var one = Configurations(2, 1)[0];

        Assert.That(BacktestOverfitting.From([one, one], 8).Logits, Is.All.Zero);
    }

    [Test]
    public void From_AConfigurationThatNeverVaries_IsNotChosen()
    {
        double[] still = [.. Enumerable.Repeat(0.001, 252)];

        Assert.That(BacktestOverfitting.From([still, Configurations(3, 1)[0]], 8).ProbabilityOfLoss, Is.GreaterThan(0));
    }

    [Test]
    public void From_EverySplit_IsThereOnce()
    {
        // C(8, 4) and C(6, 3).
        Assert.That(BacktestOverfitting.From(Configurations(1, 3), 8).Logits, Has.Length.EqualTo(70));
        Assert.That(BacktestOverfitting.From(Configurations(1, 3), 6).Logits, Has.Length.EqualTo(20));
    }

    [Test]
    public void From_WrongArguments_Throw()
    {
        Assert.That(() => BacktestOverfitting.From([new double[100]]), Throws.ArgumentException);
        Assert.That(() => BacktestOverfitting.From([new double[100], new double[99]]), Throws.ArgumentException);
        Assert.That(() => BacktestOverfitting.From([new double[31], new double[31]]), Throws.ArgumentException);
        Assert.That(() => BacktestOverfitting.From([new double[100], new double[100]], 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static double[][] Configurations(int pool, int count)
    {
        var random = new KeyedRandom(30, RandomPurpose.Market, pool);
        return [.. Enumerable.Range(0, count).Select(_ => NullReturns.AutoRegressive(random, 252, 0))];
    }
}
