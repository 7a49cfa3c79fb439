using AlphaMix.Core.Portfolios;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;
using QuantConnect.Securities;

namespace AlphaMix.Lean.Tests;

public class AlphaMixPortfolioConstructionModelTests
{
    private static readonly DateTime Monday = new(2020, 1, 6, 16, 0, 0);
    private const double Rounding = 0.006;

    private LeanWorld _world = null!;
    private Security _a = null!;
    private Security _b = null!;
    private Security _c = null!;

    [SetUp]
    public void CreateWorld()
    {
        _world = new LeanWorld();
        _world.SetTime(Monday);
        (_a, _b, _c) = (_world.Add("AAA", 10), _world.Add("BBB", 20), _world.Add("CCC", 40));
    }

    [Test]
    public void CreateTargets_FollowsTheWeights()
    {
        var weights = Targets(new AlphaMixPortfolioConstructionModel(), Up(_a, 0.5), Up(_b, 0.25), Down(_c, 0.25));

        Assert.Multiple(() =>
        {
            Assert.That(weights["AAA"], Is.EqualTo(0.5).Within(Rounding));
            Assert.That(weights["BBB"], Is.EqualTo(0.25).Within(Rounding));
            Assert.That(weights["CCC"], Is.EqualTo(-0.25).Within(Rounding));
        });
    }

    [Test]
    public void CreateTargets_SumsToAtMostOne()
    {
        var weights = Targets(new AlphaMixPortfolioConstructionModel(), Up(_a, 1), Up(_b, 1), Down(_c, 2));

        Assert.That(weights.Values.Sum(Math.Abs), Is.EqualTo(1).Within(Rounding).And.LessThanOrEqualTo(1));
    }

    [Test]
    public void CreateTargets_SharesEqually_WithoutWeights()
    {
        var weights = Targets(new AlphaMixPortfolioConstructionModel(), Up(_a), Up(_b), Flat(_c));

        Assert.That(weights.Values, Is.EqualTo(new[] { 0.5, 0.5, 0 }).Within(Rounding));
    }

    [Test]
    public void CreateTargets_MergesWhatSeveralAlphasSay()
    {
        var model = new AlphaMixPortfolioConstructionModel();

        var weights = Targets(model, Up(_a, 1, "one"), Up(_a, 0.5, "two"), Up(_b, 0.5, "two"));

        Assert.Multiple(() =>
        {
            Assert.That(weights["AAA"], Is.EqualTo(0.75).Within(Rounding));
            Assert.That(weights["BBB"], Is.EqualTo(0.25).Within(Rounding));
            Assert.That(model.Shares, Is.EquivalentTo(new Dictionary<string, double> { ["one"] = 0.5, ["two"] = 0.5 }));
        });
    }

    [Test]
    public void CreateTargets_NetsOpposedAlphas()
    {
        var weights = Targets(new AlphaMixPortfolioConstructionModel(), Up(_a, 1, "one"), Down(_a, 1, "two"));

        Assert.That(weights["AAA"], Is.Zero);
    }

    [Test]
    public void CreateTargets_TakesTheNewestInsightOfAnAlpha()
    {
        var model = new AlphaMixPortfolioConstructionModel();
        Targets(model, Up(_a, 1));
        _world.SetTime(Monday.AddHours(1));

        var weights = Targets(model, Up(_a, 0.25));

        Assert.That(weights["AAA"], Is.EqualTo(0.25).Within(Rounding));
    }

    [Test]
    public void CreateTargets_IsFlat_OnExpiry()
    {
        var model = new AlphaMixPortfolioConstructionModel();
        Targets(model, Up(_a, 1));
        _a.Holdings.SetHoldings(10, 1000m);
        _world.SetTime(Monday.AddDays(1).AddSeconds(1));

        var weights = Targets(model);

        Assert.That(weights, Is.EqualTo(new Dictionary<string, double> { ["AAA"] = 0 }));
    }

    [Test]
    public void CreateTargets_IsZero_ForWhatIsDelisted()
    {
        var model = new AlphaMixPortfolioConstructionModel();
        Targets(model, Up(_a, 0.5), Up(_b, 0.5));

        model.OnSecuritiesChanged(_world.Algorithm, LeanWorld.Removed(_a));
        var weights = Targets(model);

        Assert.That(weights["AAA"], Is.Zero);
    }

    [Test]
    public void CreateTargets_GivesNone_WithoutAPrice()
    {
        var unpriced = _world.Add("ZZZ");

        var targets = new AlphaMixPortfolioConstructionModel().CreateTargets(_world.Algorithm, _world.Accept(Up(unpriced, 1)));

        Assert.That(targets, Is.Empty);
    }

    [Test]
    public void CreateTargets_GivesNone_WithoutInsights()
    {
        Assert.That(new AlphaMixPortfolioConstructionModel().CreateTargets(_world.Algorithm, []), Is.Empty);
    }

    [Test]
    public void CreateTargets_KeepsToItsBias()
    {
        var weights = Targets(new AlphaMixPortfolioConstructionModel(portfolioBias: PortfolioBias.Long), Up(_a, 0.5), Down(_b, 0.5));

        Assert.That(weights, Is.EqualTo(new Dictionary<string, double> { ["AAA"] = 0.5, ["BBB"] = 0 }).Within(Rounding));
    }

    [Test]
    public void CreateTargets_CutsAtTopK_TiesToTheConfidence()
    {
        var model = new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { TopK = 1 });

        var weights = Targets(model, Up(_a, 0.3, confidence: 0.5), Up(_b, 0.3, confidence: 0.6), Up(_c, 0.2, confidence: 0.9));

        Assert.That(weights.Values, Is.EqualTo(new[] { 0, 0.3, 0 }).Within(Rounding));
    }

    [Test]
    public void CreateTargets_KeepsANameWithinTheBuffer()
    {
        var model = new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { TopK = 1, HoldingBuffer = true });
        _b.Holdings.SetHoldings(20, 100m);

        var kept = Targets(model, Up(_a, 1, confidence: 0.6), Up(_b, 0, confidence: 0.55));
        _world.SetTime(Monday.AddHours(1));
        var dropped = Targets(model, Up(_a, 1, confidence: 0.6), Up(_c, 0, confidence: 0.58), Up(_b, 0, confidence: 0.55));

        Assert.Multiple(() =>
        {
            Assert.That(kept, Is.EqualTo(new Dictionary<string, double> { ["AAA"] = 0, ["BBB"] = 1 }).Within(Rounding));
            Assert.That(dropped, Is.EqualTo(new Dictionary<string, double> { ["AAA"] = 1, ["BBB"] = 0, ["CCC"] = 0 }).Within(Rounding));
        });
    }

    [Test]
    public void CreateTargets_ShrinksTrades_ToTheTurnoverLimit_AndSellsTheRestLater()
    {
        var model = new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { MaxTurnover = 0.25 });
        Assert.That(Targets(model, Up(_a, 1))["AAA"], Is.EqualTo(0.25).Within(Rounding));
        _a.Holdings.SetHoldings(10, 40_000m);

        _world.SetTime(Monday.AddDays(2));
        var first = model.CreateTargets(_world.Algorithm, []).Single();
        _a.Holdings.SetHoldings(10, 100m);
        _world.SetTime(Monday.AddDays(3));
        var second = model.CreateTargets(_world.Algorithm, []).Single();

        Assert.Multiple(() =>
        {
            Assert.That(first.Quantity, Is.InRange(1, 15_000));
            Assert.That(second.Quantity, Is.Zero);
        });
    }

    [Test]
    public void CreateTargets_WeighsAlphas_ByTheirRecord()
    {
        var model = new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { Mixture = new RecordMixture() });
        Targets(model, Up(_a, 1, "good"), Up(_b, 1, "bad"));
        Assert.That(model.Shares["good"], Is.EqualTo(0.5), "before any return");
        _world.SetTime(Monday.AddDays(1));
        _world.SetPrice(_a, 11);
        _world.SetPrice(_b, 18);

        Targets(model, Up(_a, 1, "good"), Up(_b, 1, "bad"));

        // One return each: quality +1 and -1.
        Assert.That(model.Shares["good"], Is.EqualTo(1 / (1 + Math.Exp(-2))).Within(1e-12));
    }

    [Test]
    public void CreateTargets_GivesTheLeaderAll()
    {
        var model = new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { Mixture = new LeaderMixture() });
        Targets(model, Up(_a, 1, "good"), Up(_b, 1, "bad"));
        _world.SetTime(Monday.AddDays(1).AddSeconds(1));
        _world.SetPrice(_a, 11);

        var weights = Targets(model, Up(_c, 1, "good"), Up(_b, 1, "bad"));

        Assert.Multiple(() =>
        {
            Assert.That(weights["CCC"], Is.EqualTo(1).Within(Rounding));
            Assert.That(weights["BBB"], Is.Zero);
        });
    }

    [Test]
    public void Shares_DoNotSeeThePriceThatTheInsightsAreGivenAt()
    {
        var model = new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { Mixture = new RecordMixture() });
        _world.SetPrice(_a, 1000);

        Targets(model, Up(_a, 1, "one"), Up(_b, 1, "two"));

        Assert.That(model.Shares.Values, Is.All.EqualTo(0.5));
    }

    [Test]
    public void Constructor_NamesAllFaults()
    {
        var options = new AlphaMixPortfolioOptions { TopK = -1, MaxTurnover = 0, Mixture = null! };

        Assert.That(
            () => new AlphaMixPortfolioConstructionModel(options),
            Throws.ArgumentException.With.Message.EqualTo(
                "AlphaMixPortfolioOptions: TopK must not be negative, found -1; MaxTurnover must lie in (0, 1], found 0; Mixture must be set, found null."));
    }

    private Dictionary<string, double> Targets(AlphaMixPortfolioConstructionModel model, params Insight[] insights) =>
        _world.Weights(model.CreateTargets(_world.Algorithm, _world.Accept(insights)));

    private static Insight Up(Security security, double? weight = null, string source = "model", double? confidence = null) =>
        Insight.Price(security.Symbol, TimeSpan.FromDays(1), InsightDirection.Up, null, confidence, source, weight);

    private static Insight Down(Security security, double weight, string source = "model") =>
        Insight.Price(security.Symbol, TimeSpan.FromDays(1), InsightDirection.Down, null, null, source, weight);

    private static Insight Flat(Security security) => Insight.Price(security.Symbol, TimeSpan.FromDays(1), InsightDirection.Flat, null, null, "model");
}
