using AlphaMix.Core.Features.Residuals;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Features.Residuals;

[TestFixture]
public class PrincipalComponentsTests
{
    private const int Days = 126;
    private const int Names = 50;

    [Test]
    public void Fit_FindsACommonFactor_AndItsLoadingsAreOrthonormal()
    {
        var (returns, exposure) = OneFactor();
        var loadings = new double[Names * 3];

        PrincipalComponents.Fit(returns, Days, Names, loadings, 3);

        Assert.Multiple(() =>
        {
            for (var j = 0; j < 3; j++)
                for (var k = 0; k <= j; k++)
                    Assert.That(Product(loadings, j, k), Is.EqualTo(j == k ? 1 : 0).Within(1e-10), $"{j}, {k}");
            var norm = Math.Sqrt(exposure.Sum(value => value * value));
            var along = Enumerable.Range(0, Names).Sum(i => loadings[3 * i] * exposure[i]) / norm;
            Assert.That(Math.Abs(along), Is.GreaterThan(0.99));
        });
    }

    [Test]
    public void Fit_OfFewerDirectionsThanComponents_LeavesTheOthersZero()
    {
        var returns = new double[Days * Names];
        for (var t = 0; t < Days; t++)
            returns.AsSpan(t * Names, Names).Fill(t % 2 == 0 ? 1 : -1);
        var loadings = new double[Names * 2];

        PrincipalComponents.Fit(returns, Days, Names, loadings, 2);

        Assert.That(Enumerable.Range(0, Names).Select(i => Math.Abs(loadings[2 * i])), Is.All.EqualTo(1 / Math.Sqrt(Names)).Within(1e-12));
        Assert.That(Enumerable.Range(0, Names).Select(i => loadings[2 * i + 1]), Is.All.Zero);
    }

    private static double Product(double[] loadings, int j, int k) =>
        Enumerable.Range(0, Names).Sum(i => loadings[3 * i + j] * loadings[3 * i + k]);

    private static (double[] Returns, double[] Exposure) OneFactor()
    {
        var random = new KeyedRandom(1, RandomPurpose.Market);
        var exposure = Enumerable.Range(0, Names).Select(_ => 0.5 + random.NextDouble()).ToArray();
        var returns = new double[Days * Names];
        for (var t = 0; t < Days; t++)
        {
            var factor = random.NextNormal();
            for (var i = 0; i < Names; i++)
                returns[t * Names + i] = exposure[i] * factor + 0.3 * random.NextNormal();
        }

        return (returns, exposure);
    }
}
