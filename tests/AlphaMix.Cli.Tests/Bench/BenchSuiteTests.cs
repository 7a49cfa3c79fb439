using AlphaMix.Cli.Bench;

namespace AlphaMix.Cli.Tests.Bench;

[TestFixture]
public class BenchSuiteTests
{
    private static readonly string[] Keys =
    [
        "trainVsTorch", "trainVsTunedTorch", "trainOverSgemm", "smallVsTorch", "smallVsTunedTorch", "coldStart", "acl18Seconds", "threads2x",
        "avx2Ratio", "inferenceOverSgemm", "inferenceVsTorch", "inferenceAllocBytes", "routerSpeedup", "featureNs", "loadMBps", "scalingExponent",
        "evaluateRun", "simulatedDayUs", "treesVsXgboost"
    ];

    [Test]
    public void All_HaveTheDocumentedKeys() =>
        Assert.That(BenchSuite.All.SelectMany(bench => bench.Keys), Is.EqualTo(Keys));

    [Test]
    public void Acl18_WithoutPrices_GivesNoFigureButTheReason()
    {
        var context = new BenchContext(TimeProvider.System, IsQuick: true, Root: ".", Prices: null);

        var figure = BenchSuite.Run(context, ["acl18Seconds"], _ => { }, CancellationToken.None).Single();

        Assert.Multiple(() =>
        {
            Assert.That(figure.Value, Is.Null);
            Assert.That(figure.Note, Does.Contain("--acl18"));
        });
    }

    [Test]
    public void Router_AsksHalf_AndAnswersAsItsDefinition()
    {
        var context = new BenchContext(TimeProvider.System, IsQuick: true, Root: ".", Prices: null);

        var figure = BenchSuite.Run(context, ["routerSpeedup"], _ => { }, CancellationToken.None).Single();

        // 1 + 1/2 + 1/4 + 1/8 of four groups.
        Assert.That(figure.Note, Does.Contain("asks 0.47 of the experts").And.Contain("same answers"));
    }
}
