using System.Text;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Data;
using QuantConnect.Data.Market;

namespace AlphaMix.Lean.Tests;

/// <summary>A live restart loses nothing: records, parts of the portfolio and what was bought go on as if there had been none.</summary>
public class PortfolioMemoryTests
{
    private const string Key = "alphamix/test-state.json";

    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime Middle = new(2020, 2, 7);
    private static readonly DateTime To = new(2020, 3, 20);

    private static readonly BarSeries[] Series = [.. Replay.Market(45, from: new(2018, 9, 4), haltProbability: 0)];

    private static readonly AlphaMixPortfolioOptions Options = new()
    {
        Mixture = new RecordMixture { HalfLifeDays = 20, Sharpness = 2 },
        StateKey = Key
    };

    [TestCase(1)]
    [TestCase(2)]
    public void ARestart_GivesTheSharesAndHoldingsOfAnUndisturbedRun(int split)
    {
        var (undisturbed, restarted) = (new Run(Series), new Run(Scaled(split)));
        undisturbed.Trade(From, Middle);
        restarted.Trade(From, Middle);

        // Before a split of 2 for 1 prices are twice, and shares half, of what history has after it.
        var after = new Run(Series, restarted);
        after.Resume(restarted, split);
        after.Portfolio.Memory.ScaleSince = (_, symbols, _) => symbols.ToDictionary(symbol => symbol, _ => 1.0 / split);
        undisturbed.Trade(Middle, To);
        after.Trade(Middle, To);

        Assert.That(after.Days.Keys, Is.EqualTo(undisturbed.Days.Keys.Where(day => day >= DateOnly.FromDateTime(Middle))));
        foreach (var (day, shares) in after.Days)
            Assert.That(shares, Is.EqualTo(undisturbed.Days[day]).Within(split == 1 ? 0 : 1e-12), $"{day}");
        Assert.That(after.Days.Values.Select(shares => shares[0]), Is.Unique, "records that move");
        Assert.That(after.Replay.World.Algorithm.LogMessages, Has.Some.Contains($"goes on from the portfolio '{Key}' of 2020-02-06"));
        foreach (var security in after.Replay.Securities)
            Assert.That(
                (double)security.Holdings.Quantity,
                Is.EqualTo((double)undisturbed.Replay[security.Symbol.ID.Symbol].Holdings.Quantity).Within(split == 1 ? 0 : 2), security.Symbol.Value);
    }

    [Test]
    public void ABacktest_NeitherReadsNorWrites()
    {
        var run = new Run(Series, live: false);
        run.Replay.World.Algorithm.ObjectStore.SaveBytes(Key, "no state"u8.ToArray());

        run.Trade(From, Middle);

        Assert.That(run.Replay.World.Algorithm.ObjectStore.ReadBytes(Key), Is.EqualTo("no state"u8.ToArray()));
    }

    [TestCase("\"version\": 1", "\"version\": 2", "has version 2, expected 1")]
    [TestCase("sharpness 2", "sharpness 3", "of the mixture record(halfLifeDays 20, sharpness 3), expected record(halfLifeDays 20, sharpness 2)")]
    [TestCase("\"memory\": [", "\"memory\": [ 0,", "numbers an alpha model")]
    [TestCase("\"managed\"", "\"manged\"", "is damaged: ")]
    [TestCase("{", "", "is damaged: ")]
    public void AStateThatDoesNotFit_EndsTheStart_AndStays(string text, string other, string fault)
    {
        var run = new Run(Series);
        run.Trade(From, From.AddDays(5));
        var store = run.Replay.World.Algorithm.ObjectStore;
        var bytes = Encoding.UTF8.GetBytes(ReplaceFirst(Encoding.UTF8.GetString(store.ReadBytes(Key)), text, other));
        store.SaveBytes(Key, bytes);

        var thrown = Assert.Throws<InvalidDataException>(() => _ = new Run(Series, run));

        Assert.That(thrown!.Message, Does.Contain(fault).And.Contain(Key).And.Contain("Name another StateKey, or delete it"));
        Assert.That(store.ReadBytes(Key), Is.EqualTo(bytes));
    }

    [Test]
    public void AfterARestart_NothingIsTradedBeforeTheFirstInsight_AndWhatItBoughtIsSold()
    {
        var (world, first) = Begin(["OWN", "NEXT", "OTHER"]);
        var own = Buy(world, first, "OWN");
        var second = Restart(world);

        Assert.That(second.CreateTargets(world.Algorithm, []), Is.Empty, "no insight yet");

        world.SetTime(world.Algorithm.UtcTime.AddDays(1));
        world.Algorithm.Securities[Of(world, "OTHER")].Holdings.SetHoldings(100, 7);
        var targets = second.CreateTargets(world.Algorithm, world.Accept(Insight(world, "NEXT"))).ToDictionary(target => target.Symbol, target => target.Quantity);

        Assert.That(targets[own], Is.Zero, "what this model bought");
        Assert.That(targets, Does.Not.ContainKey(Of(world, "OTHER")), "what it did not buy");
    }

    [Test]
    public void AdoptedHoldings_AreSoldWithTheFirstInsight_NotBefore([Values] bool adopts)
    {
        var (world, portfolio) = Begin(["HELD", "NEXT"], Options with { AdoptHoldings = adopts, StateKey = null });
        world.Algorithm.Securities[Of(world, "HELD")].Holdings.SetHoldings(100, 7);

        Assert.That(portfolio.CreateTargets(world.Algorithm, []), Is.Empty);
        var targets = portfolio.CreateTargets(world.Algorithm, world.Accept(Insight(world, "NEXT"))).Select(target => (target.Symbol.Value, target.Quantity));

        Assert.That(targets, adopts ? Has.Member(("HELD", 0m)) : Has.None.Matches<(string Name, decimal)>(target => target.Name == "HELD"));
    }

    [TestCase(0.5, 0, 50)]
    [TestCase(0, 2, 98)]
    public void ASplitOrDividend_IsNoReturn(double split, double dividend, double price)
    {
        var (world, portfolio) = Begin(["SPLIT", "OTHER"]);
        Ask(world, portfolio, 1);
        var symbol = Of(world, "SPLIT");
        BaseData action = split > 0
            ? new Split(symbol, world.Algorithm.UtcTime, 100, (decimal)split, SplitType.SplitOccurred)
            : new Dividend(symbol, world.Algorithm.UtcTime, (decimal)dividend, 100);
        world.Algorithm.SetCurrentSlice(world.Slice(world.Algorithm.UtcTime.AddHours(12), action));
        world.SetPrice(world.Algorithm.Securities[symbol], (decimal)price);
        _ = portfolio.CreateTargets(world.Algorithm, []).ToList();
        world.Algorithm.SetCurrentSlice(world.Slice(world.Algorithm.UtcTime.AddHours(12)));

        Ask(world, portfolio, 1.01m);

        Assert.That(portfolio.Shares.Values, Is.EqualTo(new[] { 0.5, 0.5 }).Within(1e-12), "both rose by a hundredth");
    }

    [Test]
    public void ABlankKey_IsRefused() => Assert.That(
        () => new AlphaMixPortfolioConstructionModel(new AlphaMixPortfolioOptions { StateKey = " " }),
        Throws.ArgumentException.With.Message.Contains("StateKey must be null or a key, found blank"));

    private static (LeanWorld World, AlphaMixPortfolioConstructionModel Portfolio) Begin(string[] names, AlphaMixPortfolioOptions? options = null)
    {
        var world = new LeanWorld();
        foreach (var name in names)
            world.Add(name, 100);
        return (world, Live(new AlphaMixPortfolioConstructionModel(options ?? Options)));
    }

    private static AlphaMixPortfolioConstructionModel Live(AlphaMixPortfolioConstructionModel portfolio)
    {
        portfolio.Memory.IsLive = _ => true;
        portfolio.Memory.ScaleSince = (_, _, _) => [];
        return portfolio;
    }

    private static AlphaMixPortfolioConstructionModel Restart(LeanWorld world)
    {
        foreach (var insight in world.Algorithm.Insights.GetActiveInsights(world.Algorithm.UtcTime))
            insight.Cancel(world.Algorithm.UtcTime.AddDays(-1));
        return Live(new AlphaMixPortfolioConstructionModel(Options));
    }

    private static Symbol Buy(LeanWorld world, AlphaMixPortfolioConstructionModel portfolio, string name)
    {
        foreach (var target in portfolio.CreateTargets(world.Algorithm, world.Accept(Insight(world, name))))
            world.Algorithm.Securities[target.Symbol].Holdings.SetHoldings(100, target.Quantity);
        return Of(world, name);
    }

    /// <summary>Two alpha models ask for a name each, after a rise of all prices.</summary>
    private static void Ask(LeanWorld world, AlphaMixPortfolioConstructionModel portfolio, decimal rise)
    {
        foreach (var security in world.Algorithm.Securities.Values)
            world.SetPrice(security, security.Price * rise);
        var insights = world.Algorithm.Securities.Keys.OrderBy(symbol => symbol.Value).Select((symbol, i) => Insight(world, symbol.Value, $"model {i}"));
        _ = portfolio.CreateTargets(world.Algorithm, world.Accept(insights)).ToList();
    }

    private static Insight Insight(LeanWorld world, string name, string source = "model") =>
        new(Of(world, name), TimeSpan.FromDays(1), InsightType.Price, InsightDirection.Up, null, null, source, 1);

    private static Symbol Of(LeanWorld world, string name) => world.Algorithm.Securities.Keys.Single(symbol => symbol.Value == name);

    private static string ReplaceFirst(string text, string old, string other)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + other + text[(at + old.Length)..];
    }

    private static BarSeries[] Scaled(double factor) => Array.ConvertAll(
        Series,
        series => new BarSeries(
            series.Instrument,
            series.Resolution,
            Array.ConvertAll(
                series.Bars.ToArray(),
                bar => new Bar(bar.Time, factor * bar.Open, factor * bar.High, factor * bar.Low, factor * bar.Close, bar.Volume))));

    /// <summary>Two pools that share a portfolio by their records, live.</summary>
    private sealed class Run
    {
        private readonly PaperAccount _account;

        public Run(BarSeries[] series, Run? before = null, bool live = true)
        {
            var rule = new DailyTopK { TopK = 5 };
            var world = new LeanWorld(cash: 1e9m);
            if (before is not null)
            {
                world.SetTime(Middle);
                world.Algorithm.SetObjectStore(before.Replay.World.Algorithm.ObjectStore);
                world.Algorithm.Portfolio.SetCash(before.Replay.World.Algorithm.Portfolio.Cash);
            }

            world.Algorithm.Settings.FreePortfolioValuePercentage = 0;
            Replay = new Replay(series, world, new AlphaMixAlphaModel(For(rule, seed: 5)), live);
            var other = Replay.Feed(new AlphaMixAlphaModel(For(rule, seed: 6)));
            other.IsLive = _ => live;
            foreach (var security in Replay.Securities)
                security.SetMarketPrice(Replay.Slices(DateTime.MinValue, before is null ? From : Middle).Last().Single(bar => bar.Symbol == security.Symbol));
            Portfolio = new Recording(world, Options, Days);
            Portfolio.Memory.IsLive = _ => live;
            Portfolio.Memory.ScaleSince = (_, _, _) => [];
            Replay.Add(before is null ? From : Middle, [.. Replay.Securities]);
            var changes = LeanWorld.Added([.. Replay.Securities]);
            other.OnSecuritiesChanged(world.Algorithm, changes);
            Portfolio.OnSecuritiesChanged(world.Algorithm, changes);
            _account = new PaperAccount(Replay, new CompositeAlphaModel(Replay.Model, other), Portfolio);
        }

        public Replay Replay { get; }

        public AlphaMixPortfolioConstructionModel Portfolio { get; }

        public SortedDictionary<DateOnly, double[]> Days { get; } = [];

        /// <summary>Takes over what the broker has after a split: positions and open orders.</summary>
        public void Resume(Run before, int split)
        {
            foreach (var security in Replay.Securities)
                security.Holdings.SetHoldings(security.Price, split * before.Replay[security.Symbol.ID.Symbol].Holdings.Quantity);
            _account.Resume(before._account, split);
        }

        public void Trade(DateTime from, DateTime to) => _account.Trade(from, to);

        private static Pool For(IPortfolioRule rule, long seed) => TestPool.For(
            Series, ScalerKind.None, fittedThrough: DateOnly.FromDateTime(From).AddDays(-1), features: FeatureSpec.ResidualV1(), rule: rule, priorWeight: 0.5, seed: seed);
    }

    /// <summary>Keeps the shares of each day.</summary>
    private sealed class Recording(LeanWorld world, AlphaMixPortfolioOptions options, SortedDictionary<DateOnly, double[]> days)
        : AlphaMixPortfolioConstructionModel((Func<DateTime, DateTime?>?)null, options)
    {
        protected override Dictionary<Insight, double> DetermineTargetPercent(List<Insight> activeInsights)
        {
            var result = base.DetermineTargetPercent(activeInsights);
            days[DateOnly.FromDateTime(world.Algorithm.UtcTime)] = [.. Shares.Values];
            return result;
        }
    }
}
