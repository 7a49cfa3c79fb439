namespace AlphaMix.Evaluation.Tests.Slow;

public class SlowEvaluatorTests
{
    [Test]
    public void Run_KeepsThePathsThatTheNumbersWereTakenFrom()
    {
        var (result, curves) = SampleSlow.Run();

        for (var c = 0; c < 3; c++)
        {
            var excess = curves.Portfolios[1].AtCosts[c].Result.NetReturns.Zip(curves.EqualWeightAtCosts[c].NetReturns, (own, other) => own - other);
            Assert.That(result.Contenders[1].AtCosts[c].YearlyExcess, Is.EqualTo(252 * excess.Average()).Within(1e-12));
        }
    }

    [Test]
    public void Run_TheBand_IsOfRelabelledPortfolios_WhichKnowNothing()
    {
        var (_, curves) = SampleSlow.Run(scoreKnows: true);
        var band = curves.RelabelledBand!;

        Assert.Multiple(() =>
        {
            Assert.That(band.P05.Zip(band.P50).All(pair => pair.First <= pair.Second));
            Assert.That(band.P50.Zip(band.P95).All(pair => pair.First <= pair.Second));
            Assert.That(1 + curves.Portfolios[0].Free.Result.GrossReturns.Sum(), Is.GreaterThan(band.P95[^1]));
        });
    }

    [Test]
    public void Run_WithoutRelabelledPortfolios_HasNoBand()
    {
        var setting = SampleSlow.Setting with { Options = SampleSlow.Setting.Options with { Relabelled = 0 } };

        var (result, curves) = SampleSlow.Run(setting);

        Assert.That(curves.RelabelledBand, Is.Null);
        Assert.That(result.Contenders[0].PercentileAmongRelabelled, Is.NaN);
    }

    [Test]
    public void Run_AStricterLevel_WidensTheIntervals()
    {
        var strict = SampleSlow.Setting with { Options = SampleSlow.Setting.Options with { Level = 0.01 } };

        var usual = SampleSlow.Run().Result.Contenders[0].AtCosts[0].InformationRatio;
        var wide = SampleSlow.Run(strict).Result.Contenders[0].AtCosts[0].InformationRatio;

        Assert.That(usual.Level, Is.EqualTo(0.95));
        Assert.That(wide.Upper - wide.Lower, Is.GreaterThan(usual.Upper - usual.Lower));
    }

    [Test]
    public void Lead_IsOfTheFirstForecastOverEachOther()
    {
        var leads = SlowLead.Of(SampleSlow.Run(), SampleSlow.Setting.Options);

        Assert.Multiple(() =>
        {
            Assert.That(leads.Select(lead => lead.Over).Distinct(), Is.EqualTo(new[] { "pool", "prior", "ridge" }));
            Assert.That(leads.Where(lead => lead.Over == "pool").All(lead => lead.InformationRatio.Upper < 0), "pool knows, score does not");
        });
    }
}
