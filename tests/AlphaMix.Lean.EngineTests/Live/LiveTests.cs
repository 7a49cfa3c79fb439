using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;
using AlphaMix.Testing;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// The strategy of <c>Algorithms/</c> live with paper money in LEAN's launcher, for a week and a half of March 2020 with a weekend in it.
/// </summary>
[NonParallelizable]
public class LiveTests
{
    private static readonly DateTime Start = new(2020, 3, 2, 8, 0, 0);
    private static readonly DateTime End = new(2020, 3, 10, 18, 0, 0);
    private static readonly DateOnly[] Days = Array.ConvertAll<int, DateOnly>([2, 3, 4, 5, 6, 9, 10], day => new(2020, 3, day));

    // Wednesday to Thursday, and over the weekend.
    private static readonly (DateTime, DateTime)[] Stops =
        [(new(2020, 3, 4, 18, 0, 0), new(2020, 3, 5, 8, 30, 0)), (new(2020, 3, 6, 18, 0, 0), new(2020, 3, 9, 8, 30, 0))];

    private LiveWorld _world = null!;
    private LivePaperRun _undisturbed = null!;

    [OneTimeSetUp]
    public void RunUndisturbed()
    {
        if (LivePaperRun.FakeTime is null)
            Assert.Ignore("Live: libfaketime (Debian: faketime) is not there.");
        _world = new LiveWorld();
        _undisturbed = LivePaperRun.Run(_world, _world.Plan("undisturbed", Start, End) with { WarmUpDays = 7 });
    }

    [OneTimeTearDown]
    public void Delete() => _world?.Dispose();

    [Test]
    public void WarmUp_EndsBeforeTheFirstDecision_AndLeavesNoWindowUnfilled()
    {
        var kinds = _undisturbed.Events.Select(line => line.Kind).ToList();

        Assert.That(kinds[..3], Is.EqualTo(new[] { "started", "holdings", "warmed-up" }), _undisturbed.Log);
        Assert.That(kinds.IndexOf("decision"), Is.GreaterThan(2));
        Assert.That(_undisturbed.Decisions()[0], Does.StartWith("2020-03-02 of 14:"));
    }

    [Test]
    public void OneDecisionADay_AtTheClose() => AssertOneDecisionADay(_undisturbed.Events, Days);

    [Test]
    public void Decisions_AreTheScorersOfTheSameDay() => AssertDecisions(Picks(_undisturbed.Events), _world.Series, Days, seed: 5);

    [Test]
    public void RestartsOnTheNextDayAndOverAWeekend_ChangeNothing()
    {
        var plan = _world.Plan("restarts", Start, End) with { Parameters = new() { ["journal"] = "alphamix/journal.jsonl" } };

        var runs = LivePaperRuns.Run(_world, plan, Stops);

        AssertGoesOn(runs);
        LiveEvent[] events = [.. runs.SelectMany(run => run.Events)];
        AssertOneDecisionADay(events, Days);
        foreach (var kind in new[] { "decision", "order", "fill" })
            Assert.That(Texts(events, kind), Is.EquivalentTo(Texts(_undisturbed.Events, kind)), kind);
        Assert.That(runs[^1].LastHoldings(), Is.EqualTo(_undisturbed.LastHoldings()).And.Not.Empty);
        AssertIsJudged(plan);
    }

    [Test]
    public void RestartsOverASplitAndARename_ChangeNothingElse()
    {
        var split = _undisturbed.PicksOf(Days[1])[0];
        var renamed = _undisturbed.PicksOf(Days[3]).First(name => name != split);
        using var world = new LiveWorld();
        CorporateAction.SplitTwoForOne(world.Data, split, new DateOnly(2020, 3, 5));
        CorporateAction.Rename(world.Data, renamed, "NEWNAME", new DateOnly(2020, 3, 9));

        var runs = LivePaperRuns.Run(world, world.Plan("actions", Start, End), Stops, (morning, plan) =>
        {
            if (morning.Day == 5)
                KeptAccount.Read(plan.Account).AfterSplit(split, 2).Write(plan.Account);
        });

        LiveEvent[] events = [.. runs.SelectMany(run => run.Events)];
        AssertOneDecisionADay(events, Days);
        AssertSamePicks(events);
        AssertSameHoldings(runs[^1], split);
    }

    [Test]
    public void SplitAndRenameWhileRunning_LeaveTheDecisions()
    {
        var split = _undisturbed.PicksOf(Days[1])[0];
        var renamed = _undisturbed.PicksOf(Days[3]).First(name => name != split);
        using var world = new LiveWorld();
        CorporateAction.Rename(world.Data, renamed, "NEWNAME", new DateOnly(2020, 3, 6));
        CorporateAction.SplitTwoForOne(world.Data, split, new DateOnly(2020, 3, 5));

        var run = LivePaperRun.Run(world, world.Plan("split", Start, End));

        Assert.That(run.Texts("rename"), Is.EqualTo(new[] { $"{renamed} {renamed} NEWNAME" }), run.Log);
        Assert.That(run.Texts("split"), Has.One.EqualTo($"{split} SplitOccurred 0.5"), run.Log);
        AssertOneDecisionADay(run.Events, Days);
        AssertSamePicks(run.Events);
        AssertSameHoldings(run, split);
    }

    [Test]
    public void DayWithoutData_HasNoDecision_AndTheNextGoesOnWithoutIt()
    {
        var silent = Days[2];
        var plan = _world.Plan("silent", Start, End) with { SilentDays = [silent] };

        var run = LivePaperRun.Run(_world, plan);

        DateOnly[] days = [.. Days.Where(day => day != silent)];
        AssertOneDecisionADay(run.Events, days);
        var series = _world.Series.Select(each => new BarSeries(
            each.Instrument, each.Resolution, [.. each.Bars.ToArray().Where(bar => bar.Day != silent)]));
        AssertDecisions(Picks(run.Events), [.. series], days, seed: 5);
    }

    [Test]
    public void OtherTimeZones_OfAlgorithmAndMachine_ChangeNothing()
    {
        var plan = _world.Plan("tokyo", Start, new DateTime(2020, 3, 4, 18, 0, 0)) with
        {
            AlgorithmZone = "Asia/Tokyo", MachineZone = "Asia/Tokyo"
        };

        var run = LivePaperRun.Run(_world, plan);

        AssertOneDecisionADay(run.Events, Days[..3]);
        foreach (var kind in new[] { "decision", "order", "fill" })
            Assert.That(run.Texts(kind), Is.EquivalentTo(_undisturbed.Texts(kind).Take(run.Texts(kind).Count())).And.Not.Empty, kind);
    }

    [Test]
    public void MixtureRecords_OutliveARestart()
    {
        var plan = _world.Plan("mixture", Start, End) with { Algorithm = nameof(LiveMixture) };
        var again = _world.Plan("mixture-again", Start, End) with { Algorithm = nameof(LiveMixture) };
        _world.WriteSecondPool(Path.Combine(plan.Storage, "alphamix"));
        _world.WriteSecondPool(Path.Combine(again.Storage, "alphamix"));

        var undisturbed = LivePaperRun.Run(_world, plan);
        var runs = LivePaperRuns.Run(_world, again, Stops);

        var shares = undisturbed.Texts("shares").ToArray();
        Assert.That(shares.Distinct().Count(), Is.GreaterThanOrEqualTo(Days.Length - 1), undisturbed.Log);
        Assert.That(runs.SelectMany(run => run.Texts("shares")).Select(Shares), Is.EqualTo(shares.Select(Shares)).Within(1e-12));
        Assert.That(runs[^1].LastHoldings(), Is.EqualTo(undisturbed.LastHoldings()));
    }

    [Test]
    public void PoolReplacedWhileRunning_DecidesFromTheNextCloseOn()
    {
        var second = _world.WriteSecondPool(_world.Results("second"));
        var plan = _world.Plan("replaced", Start, new DateTime(2020, 3, 6, 18, 0, 0)) with
        {
            NewPool = (second, new DateTime(2020, 3, 4, 12, 0, 0))
        };

        var run = LivePaperRun.Run(_world, plan);

        AssertOneDecisionADay(run.Events, Days[..5]);
        AssertDecisions(Picks(run.Events)[..2], _world.Series, Days[..2], seed: 5);
        AssertDecisions(Picks(run.Events)[2..], _world.Series, Days[2..5], seed: 6);
        Assert.That(run.Log.Split("was replaced: one fitted through 2020-02-14 trades from 2020-03-04."), Has.Length.EqualTo(2), run.Log);
    }

    // A machine with other work to do may be late once.
    [Test]
    [Retry(3)]
    public void AtTrueSpeed_TheDecisionFallsWithinASecondOfTheClose()
    {
        var plan = _world.Plan("true-speed", new DateTime(2020, 3, 2, 15, 59, 30), new DateTime(2020, 3, 2, 16, 0, 5)) with
        {
            IsAtTrueSpeed = true
        };

        var run = LivePaperRun.Run(_world, plan);

        var close = new DateTime(2020, 3, 2, 21, 0, 0, DateTimeKind.Utc);
        var decision = run.Events.Single(line => line.Kind == "decision");
        TestContext.Out.WriteLine($"The decision fell {(decision.Utc - close).TotalMilliseconds} ms after the close.");
        Assert.That(decision.Utc, Is.InRange(close, close.AddSeconds(1)));
        Assert.That(decision.Text, Is.EqualTo(_undisturbed.Decisions()[0]));
    }

    /// <summary>The journal of all stretches is one chain, written in time for the next open, and the evaluator judges it.</summary>
    private void AssertIsJudged(LivePlan plan)
    {
        var journal = Path.Combine(plan.Storage, "alphamix", "journal.jsonl");
        var pool = Path.Combine(plan.Storage, "alphamix", "pool.safetensors");
        var check = Alphamix("journal", "check", journal);
        var judged = Alphamix("evaluate", pool, "--data", _world.Data, "--journal", journal, "--fill", "NextOpen");

        TestContext.Out.WriteLine(check + judged);
        Assert.That(check, Does.Contain($"{Days.Length} entries"));
        Assert.That(judged, Does.Contain($"{Days.Length} judged, 0 left out"));
    }

    private static string Alphamix(params string[] arguments)
    {
        var (code, output) = Dotnet.Start("bash", Repository.Root, null, ["alphamix", .. arguments]);
        Assert.That(code, Is.Zero, output);
        return output;
    }

    /// <summary>Each decision is of its own day, made soon after its close, and no day has two or none.</summary>
    private static void AssertOneDecisionADay(IEnumerable<LiveEvent> events, DateOnly[] days)
    {
        LiveEvent[] decisions = [.. events.Where(line => line.Kind == "decision")];

        Assert.That(decisions.Select(line => line.Text[..10]), Is.EqualTo(days.Select(day => $"{day:yyyy-MM-dd}")));
        foreach (var (line, day) in decisions.Zip(days))
        {
            // New York is five hours behind UTC, from 8 March on four.
            var close = day.ToDateTime(new TimeOnly(day.Day < 8 ? 21 : 20, 0), DateTimeKind.Utc);
            Assert.That(line.Utc, Is.InRange(close, close.AddSeconds(30)), line.ToString());
        }

        // No double orders: a name is filled once a day.
        Assert.That(events.Where(line => line.Kind == "fill").Select(line => (line.Utc.Date, line.Text.Split(' ')[0])), Is.Unique);
    }

    private void AssertDecisions((string Name, double Score)[][] picks, IReadOnlyList<BarSeries> series, DateOnly[] days, long seed)
    {
        var scorer = new TimelineScorer([new(days[0], days[^1].AddDays(1), _world.Pool(seed))], series, threads: 2);
        var sheet = scorer.Probabilities(RouterNames.Average);
        for (var day = 0; day < scorer.Span.Count; day++)
        {
            var expected = scorer.Grid.Instruments.Select((name, i) => (Name: name, Score: sheet[day, i]))
                .OrderByDescending(pick => pick.Score).Take(3);
            var found = picks[day];
            Assert.That(found.Select(pick => pick.Name), Is.EqualTo(expected.Select(pick => pick.Name)), $"{scorer.Grid.Days[day]}");
            Assert.That(found.Select(pick => pick.Score), Is.EqualTo(expected.Select(pick => pick.Score)).Within(1e-6));
        }

        Assert.That(scorer.Span.Count, Is.EqualTo(days.Length));
    }

    /// <summary>What is held after a restart is what was held before, and nothing is sent before the next decision.</summary>
    private static void AssertGoesOn(LivePaperRun[] runs)
    {
        foreach (var (before, after) in runs.Zip(runs.Skip(1)))
        {
            Assert.That(after.Texts("holdings").First(), Is.EqualTo(before.LastHoldings()).And.Not.Empty);
            var kinds = after.Events.Select(line => line.Kind).ToList();
            Assert.That(kinds.FindIndex(kind => kind == "order"), Is.GreaterThan(kinds.IndexOf("decision")));
        }
    }

    /// <summary>The decisions are the undisturbed run's, but for what halved prices lose in rounding.</summary>
    private void AssertSamePicks(IEnumerable<LiveEvent> events)
    {
        foreach (var (found, expected) in Picks(events).Zip(Picks(_undisturbed.Events)))
        {
            Assert.That(found.Select(pick => pick.Name), Is.EqualTo(expected.Select(pick => pick.Name)));
            Assert.That(found.Select(pick => pick.Score), Is.EqualTo(expected.Select(pick => pick.Score)).Within(1e-5));
        }
    }

    /// <summary>The holdings are the undisturbed run's, but for twice as many shares of the name that was split.</summary>
    private void AssertSameHoldings(LivePaperRun run, string split)
    {
        var expected = Holdings(_undisturbed);
        Assert.That(Holdings(run).Keys, Is.EquivalentTo(expected.Keys));
        foreach (var (name, quantity) in Holdings(run))
            Assert.That(quantity, Is.EqualTo((name == split ? 2 : 1) * expected[name]).Within(2).Percent, name);
    }

    private static double[] Shares(string text) =>
        Array.ConvertAll(text.Split(' '), share => double.Parse(share, CultureInfo.InvariantCulture));

    private static Dictionary<string, int> Holdings(LivePaperRun run) => run.LastHoldings().Split(' ').Select(holding => holding.Split('='))
        .ToDictionary(holding => holding[0], holding => int.Parse(holding[1], CultureInfo.InvariantCulture));

    private static IEnumerable<string> Texts(IEnumerable<LiveEvent> events, string kind) =>
        events.Where(line => line.Kind == kind).Select(line => line.Text);

    private static (string Name, double Score)[][] Picks(IEnumerable<LiveEvent> events) =>
        [.. Texts(events, "decision").Select(text => text.Split(": ")[1].Split(' ').Select(pick => pick.Split('='))
            .Select(pick => (pick[0], double.Parse(pick[1], CultureInfo.InvariantCulture))).ToArray())];
}
