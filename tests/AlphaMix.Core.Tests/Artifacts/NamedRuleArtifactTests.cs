using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Version 3 of the format: a portfolio rule by name and parameters.</summary>
public sealed class NamedRuleArtifactTests
{
    private static readonly PoolManifest Plain = SamplePools.Manifest;

    private static IEnumerable<TestCaseData> Rules()
    {
        yield return new TestCaseData(new DailyTopK { TopK = 7 }, null).SetArgDisplayNames("another k");
        yield return new TestCaseData(new DailyTopK { TopK = 4, Buffer = true }, null).SetArgDisplayNames("a buffer");
        yield return new TestCaseData(new DailyTopK { TopK = 4 }, 0.0).SetArgDisplayNames("the daily rule of ranks");
        yield return new TestCaseData(new EqualWeight(), null).SetArgDisplayNames("1/N");
        yield return new TestCaseData(new RankBuffer { HoldFraction = 0.3 }, 0.0).SetArgDisplayNames("a fraction that is not one in n");
        yield return new TestCaseData(new RankBuffer(), null).SetArgDisplayNames("the rank buffer of P(up)");
    }

    [TestCaseSource(nameof(Rules))]
    public void ARuleThatOlderFormatsLack_IsStoredByName(IPortfolioRule rule, double? priorWeight)
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.From(Plain with { Rule = rule, PriorWeight = priorWeight }));

        var read = PoolArtifact.Read(bytes, "pool");

        var written = new CraftedArtifact(bytes).Manifest;
        Assert.Multiple(() =>
        {
            Assert.That(((int)written["formatVersion"]!, (int)written["oldestReader"]!), Is.EqualTo((3, 3)));
            Assert.That((string)written["portfolioRule"]!["name"]!, Is.EqualTo(rule.Name));
            Assert.That(read.Manifest.Rule, Is.EqualTo(rule));
            Assert.That(read.Manifest.PriorWeight, Is.EqualTo(priorWeight));
            Assert.That(PoolArtifact.ToBytes(read), Is.EqualTo(bytes));
        });
    }

    [Test]
    public void ARuleOfAnotherAssembly_IsReadWithItsExtension_AndRefusedByNameWithoutIt()
    {
        var bytes = PoolArtifact.ToBytes(SamplePools.From(Plain with { Rule = new FirstNames(3) }));

        var read = PoolArtifact.Read(bytes, "pool", BuiltIn.Extensions.With<PortfolioRuleFactory>(
            "first.names", parameters => new FirstNames(parameters.Whole("count"))));

        Assert.Multiple(() =>
        {
            Assert.That(read.Manifest.Rule, Is.EqualTo(new FirstNames(3)));
            Assert.That(
                () => PoolArtifact.Read(bytes, "pool"),
                Throws.TypeOf<ArtifactException>().With.Message.Contains("first.names").And.Message.Contains("dailyTopK, equalWeight, rankBuffer"));
        });
    }

    [Test]
    public void ParametersThatTheRuleRefuses_AreAFaultOfTheArtifact()
    {
        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.From(Plain with { Rule = new DailyTopK { TopK = 7 } })));
        crafted.Manifest["portfolioRule"]!["parameters"]!["topK"] = 0;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("alphamix.portfolioRule.parameters").And.Message.Contains("topK must be at least 1"));
    }

    [Test]
    public void AParameterThatIsNoNumberFlagOrText_IsRefused()
    {
        var crafted = new CraftedArtifact(PoolArtifact.ToBytes(SamplePools.From(Plain with { Rule = new DailyTopK { TopK = 7 } })));
        crafted.Manifest["portfolioRule"]!["parameters"]!["topK"] = null;

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.TypeOf<ArtifactException>().With.Message.Contains("a number, true, false or a text"));
    }

    private sealed record FirstNames(int Count) : IPortfolioRule
    {
        public string Name => "first.names";

        public Parameters Parameters => Parameters.None.With("count", Count);

        public int Positions(int scored) => Math.Min(Count, scored);

        public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
        {
            foreach (var name in day.Ranking[..Positions(day.Ranking.Length)])
                targets.Buy(name);
        }
    }
}
