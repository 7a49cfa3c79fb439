using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Diagnostics;
using AlphaMix.Training.Scoring;
using AlphaMix.Training.Tests.Pools;
using AlphaMix.Training.Tests.Scoring;

namespace AlphaMix.Training.Tests.Diagnostics;

/// <summary>The diagnostics of a small trained pool, checked against the pool itself.</summary>
[TestFixture]
public class PoolExaminerTests
{
    private IReadOnlyList<BarSeries> _series = null!;
    private Pool _pool = null!;
    private TimelineScorer _scorer = null!;
    private Dictionary<string, ScoreSheet> _sheets = null!;
    private EvaluationOutcome _outcome = null!;
    private PoolDiagnostics _found = null!;

    [OneTimeSetUp]
    public void Examine()
    {
        _series = SmallMarket.Generate(signal: 0.4);
        _pool = SmallMarket.Train(_series).Pool;
        _scorer = TestSpan.Create(_pool, _series, 2);
        _sheets = _pool.Routers.ToDictionary(router => router.ToString(), _scorer.Probabilities);
        _outcome = TestSpan.Evaluate(_scorer, new EvaluatorOptions { Seed = 1, Portfolios = 10, Replications = 50 });
        _found = PoolExaminer.Examine(_scorer.Scorers[0], _outcome);
    }

    [Test]
    public void Trace_HasEveryPick_WithItsRankAndProbability()
    {
        foreach (var (trace, simulation) in _found.Traces.Zip(_outcome.Curves.Strategies.Select(one => one.Net)))
        {
            var picks = simulation.Days.Zip(simulation.Holdings).SelectMany(day => day.Second.Where(holding => holding.Rank > 0).Select(holding => (day.First, _scorer.Grid.Instruments[holding.Instrument], holding.Rank)));
            Assert.That(trace.Entries.Select(entry => (entry.Day, entry.Instrument, entry.Rank)), Is.EquivalentTo(picks), trace.Router);
            foreach (var entry in trace.Entries)
                Assert.That(entry.ProbabilityUp, Is.EqualTo(_sheets[trace.Router][DayOf(entry), _scorer.Grid.IndexOf(entry.Instrument)]));
        }
    }

    [Test]
    public void Trace_TheVoicesAddUpToTheAnswer()
    {
        foreach (var trace in _found.Traces)
        {
            foreach (var entry in trace.Entries)
            {
                var sum = entry.Contributions.Sum(contribution => contribution.MixtureWeight * contribution.LogOdds);
                Assert.That(1 / (1 + Math.Exp(-sum)), Is.EqualTo(entry.ProbabilityUp).Within(1e-6), $"{trace.Router} {entry.Day} {entry.Instrument}");
                Assert.That(entry.Contributions.Sum(contribution => contribution.MixtureWeight), Is.EqualTo(1).Within(1e-6));
            }
        }
    }

    [Test]
    public void Trace_AsNeeded_AsksAsManyExpertsAsTheRouterSays()
    {
        var trace = _found.Traces.Single(one => one.Router == "R");
        var order = _pool.Manifest.AsNeeded!.Groups;

        foreach (var entry in trace.Entries)
        {
            Assert.That(entry.Contributions.Select(contribution => contribution.Group), Is.EqualTo(order.Take(entry.Contributions.Count)), "in the order in which they are asked");
            Assert.That(entry.Contributions.Sum(contribution => _pool.Groups[contribution.Group].Shape.Experts), Is.EqualTo(entry.ExpertsAsked));
        }

        Assert.That(trace.AskedByDay.Average(), Is.EqualTo(_outcome.Result.Strategies.Single(router => router.Name == "R").ExpertsUsed).Within(0.5));
    }

    [Test]
    public void Trace_DecisiveMeansThatThePickFallsOut()
    {
        // Recounted for V from the definition: mean of the other groups, ranked over the day.
        var trace = _found.Traces.Single(one => one.Router == "V");
        var (windows, odds) = (_scorer.Scorers[0].Windows, _scorer.Scorers[0].LogOdds);
        foreach (var entry in trace.Entries.Take(40))
        {
            var day = DayOf(entry);
            int[] places = [.. Enumerable.Range(0, windows.Count).Where(i => windows.Day(i) == day)];
            foreach (var contribution in entry.Contributions)
            {
                double Without(int place) => Enumerable.Range(0, _pool.Groups.Count).Where(group => group != contribution.Group).Average(group => odds[group][place]);
                var own = places.Single(i => _scorer.Grid.Instruments[windows.Instrument(i)] == entry.Instrument);
                var better = places.Count(i => Without(i) > Without(own) + 1e-12);
                Assert.That(contribution.Decisive, Is.EqualTo(better >= 4));
                Assert.That(contribution.ChangeWithout, Is.EqualTo(
                    Without(own) - Enumerable.Range(0, _pool.Groups.Count).Average(group => odds[group][own])).Within(1e-12));
            }
        }
    }

    [Test]
    public void Trace_TheSoupSpeaksAlone()
    {
        var trace = _found.Traces.Single(one => one.Router == "S");

        Assert.That(trace.Groups, Has.Count.EqualTo(1).And.All.StartsWith("soup of "));
        Assert.That(trace.Entries.SelectMany(entry => entry.Contributions).All(contribution => contribution.Decisive && double.IsNaN(contribution.ChangeWithout)));
    }

    [Test]
    public void Groups_HaveTheirOwnRecord()
    {
        var sheet = _scorer.Scorers[0].GroupProbabilities(1);
        var forecast = Evaluation.Metrics.InformationCoefficient.From(_scorer.Grid, sheet, _scorer.Span, FillRule.Close);

        Assert.Multiple(() =>
        {
            Assert.That(_found.Groups, Has.Count.EqualTo(_pool.Groups.Count));
            Assert.That(_found.Groups[1].Ic.Value, Is.EqualTo(forecast.Ic).Within(1e-15));
            Assert.That(_found.Groups[1].ValidationProfit, Is.EqualTo(_pool.Manifest.Groups[1].ValidationProfit));
            Assert.That(_found.Groups.Select(group => group.WithMixture), Is.All.GreaterThan(0.3));
        });
    }

    [Test]
    public void Importance_NamesEveryFeatureOnce_AndTheTwinsTogether()
    {
        Assert.That(_found.Importance.SelectMany(one => one.Feature.Split(" + ")), Is.EqualTo(_pool.Manifest.Features.Features.Select(feature => feature.Name)));
        Assert.That(_found.Importance.Select(one => one.Feature), Does.Contain("zclose + zadj_close"));
    }

    [Test]
    public void Importance_TheSameForAnyNumberOfThreads()
    {
        var alone = TestSpan.Create(_pool, _series);

        Assert.That(PoolExaminer.Examine(alone.Scorers[0], _outcome).Importance, Is.EqualTo(_found.Importance));
    }

    [Test]
    public void Drift_OfAPooledScaler_StartsAtMean0AndDeviation1()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_found.Drift.Select(one => one.Feature), Is.EqualTo(_pool.Manifest.Features.Features.Select(feature => feature.Name)));
            foreach (var feature in _found.Drift)
            {
                Assert.That(feature.TrainingMean, Is.Zero.Within(0.05), feature.Feature);
                Assert.That(feature.TrainingDeviation, Is.EqualTo(1).Within(0.05), feature.Feature);
            }
        });
    }

    [Test]
    public void Drift_WithoutTheTrainingSpan_IsEmpty()
    {
        var late = _series.Select(each => new BarSeries(each.Instrument, each.Resolution, Array.FindAll(each.Bars.ToArray(), bar => bar.Day >= SmallMarket.Split.ValidationFrom))).ToArray();
        var scorer = TestSpan.Create(_pool, late);

        Assert.That(PoolExaminer.Examine(scorer.Scorers[0], _outcome).Drift, Is.Empty);
    }

    [Test]
    public void Overfitting_IsMeasuredWhereTheChoiceFell_AndSeesNothingLater()
    {
        var poisoned = SmallMarket.Poison(_series, _pool.Manifest.FittedThrough.AddDays(1));
        var scorer = TestSpan.Create(_pool, poisoned);

        var found = OverfittingMeter.Measure(_scorer.Scorers[0], _scorer.Span, _series, new DailyTopK(), FillRule.Close, 1);
        var other = OverfittingMeter.Measure(scorer.Scorers[0], scorer.Span, poisoned, new DailyTopK(), FillRule.Close, 1);

        Assert.Multiple(() =>
        {
            Assert.That(found.Groups, Is.EqualTo(_pool.Groups.Count));
            Assert.That(found.Validation!.Probability, Is.InRange(0, 1));
            Assert.That(found.Evaluated!.Logits, Has.Length.EqualTo(12_870));
            Assert.That(other.Validation!.Logits, Is.EqualTo(found.Validation.Logits));
            Assert.That(other.Evaluated!.Logits, Is.Not.EqualTo(found.Evaluated.Logits));
        });
    }

    [Test]
    public void RouterThatReadsOneFeatureAlone_LosesItsIcWithThatFeature()
    {
        // P(up) is the last bar's scaled zd5: the features of no other kind matter to it.
        var importance = new PermutationImportance(_scorer.Scorers[0].Windows, _scorer.Span, FillRule.Close, 1).Measure(new OneFeature(_pool.Manifest.Features));

        Assert.That(importance.Where(one => one.Drop.Value != 0).Select(one => one.Feature), Is.EqualTo(new[] { "zd5" }));
    }

    private int DayOf(TraceEntry entry) => Enumerable.Range(0, _scorer.Grid.DayCount).First(day => _scorer.Grid.Days[day] == entry.Day);

    private sealed class OneFeature(FeatureSpec spec) : IRouter
    {
        public string Name => RouterNames.Average;

        public void Score(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, Span<int> expertsAsked, RouterScratch scratch)
        {
            var column = (spec.Window - 1) * spec.RowSize + spec.Features.ToList().FindIndex(feature => feature.Name == "zd5");
            for (var i = 0; i < offsets.Length; i++)
                probabilities[i] = (float)(1 / (1 + Math.Exp(-rows[offsets[i] + column])));
        }
    }
}
