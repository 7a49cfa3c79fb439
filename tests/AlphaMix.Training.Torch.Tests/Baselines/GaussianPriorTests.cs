using AlphaMix.Training.Torch.Baselines;

namespace AlphaMix.Training.Torch.Tests.Baselines;

[TestFixture]
public class GaussianPriorTests
{
    [Test]
    public void Create_EqualsThePlainLoop()
    {
        int[] scales = [5, 10, 20, 40];

        var prior = GaussianPrior.Create(10, scales);

        var i = 0;
        foreach (var scale in scales)
            for (var from = 0; from < 10; from++)
                for (var to = 0; to < 10; to++)
                {
                    var expected = to > from ? float.NegativeInfinity : (float)Math.Exp(-Math.Pow(from - to, 2) / (2 * Math.Pow(scale, 2)));
                    Assert.That(prior[i++], Is.EqualTo(expected).Within(1e-7f));
                }
    }

    [Test]
    public void Create_SmallScale_LooksLessFarBack()
    {
        var prior = GaussianPrior.Create(10, [2, 40]);

        float Prior(int head, int from, int to) => prior[(head * 10 + from) * 10 + to];
        Assert.That(Prior(0, 9, 9), Is.EqualTo(1).And.EqualTo(Prior(1, 9, 9)));
        Assert.That(Prior(0, 9, 0), Is.LessThan(1e-4));
        Assert.That(Prior(1, 9, 0), Is.GreaterThan(0.97));
    }

    [Test]
    public void Orthogonality_OfHeadsThatPointApart_IsZero_AndOfTwins_OneForEachPair()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var apart = TorchSharp.torch.eye(4);
        var twins = TorchSharp.torch.ones(4, 4);

        Assert.That(GTransBaseline.Orthogonality(apart).item<float>(), Is.EqualTo(0f).Within(1e-7f));
        Assert.That(GTransBaseline.Orthogonality(twins).item<float>(), Is.EqualTo(0.12f).Within(1e-6f));
    }
}
