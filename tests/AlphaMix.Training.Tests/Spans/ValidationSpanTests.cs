using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Tests.Panels;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Spans;

/// <summary>
/// What a pool's manifest says of the validation span, and what its routers chose there, recomputed from bars and parameters.
/// </summary>
[TestFixture(LabelSpec.CloseToCloseName, 1)]
[TestFixture(LabelSpec.CloseToCloseName, 2)]
[TestFixture(LabelSpec.CloseToCloseName, 3)]
[TestFixture(LabelSpec.OpenToOpenName, 1)]
[TestFixture(LabelSpec.OpenToOpenName, 2)]
[TestFixture(LabelSpec.OpenToOpenName, 3)]
internal sealed class ValidationSpanTests
{
    private static readonly IReadOnlyList<BarSeries> Series = SmallMarket.Generate(signal: 0.2);

    private readonly Pool _pool;
    private readonly Sample[] _samples;
    private readonly float[][] _logits;
    private readonly MarketGrid _grid;
    private readonly EvaluationSpan _span;
    private readonly FillRule _fill;

    public ValidationSpanTests(string label, int seed)
    {
        var configuration = SmallMarket.Configuration(seed) with
        {
            Pool = new PoolOptions { TopK = 2, Initialisations = 4 },
            Label = new LabelOptions { Kind = label },
            Routers = new RouterOptions
            {
                AsNeeded = new AsNeededOptions { Groups = 3, Epochs = 2 },
                WithReplacement = new WithReplacementOptions { Distinct = 6 }
            }
        };
        _pool = SmallMarket.Train(Series, configuration).Pool;
        var panel = SmallPanel.Scaled(Series, _pool);
        _samples = SmallMarket.Split.Validation(Labels.Build(panel, _pool.Manifest.Label));
        _logits = [.. _pool.Groups.Select(group => Logits(group, panel))];
        _grid = MarketGrid.From(
            [.. Series.Select(each => each.Usable().Before(SmallMarket.Split.TestFrom))], SmallMarket.Split.ValidationFrom);
        _span = _grid.Span(SmallMarket.Split.ValidationFrom, SmallMarket.Split.TestFrom);
        _fill = label == LabelSpec.OpenToOpenName ? FillRule.NextOpen : FillRule.Close;
    }

    [Test]
    public void Groups_LossAccuracyAndProfit_AreThoseOfTheValidationSamples()
    {
        for (var g = 0; g < _logits.Length; g++)
        {
            var record = _pool.Manifest.Groups[g];
            var up = _samples.Select((_, i) => 1 / (1 + Math.Exp(_logits[g][2 * i] - (double)_logits[g][2 * i + 1]))).ToArray();
            Assert.Multiple(() =>
            {
                Assert.That(record.ValidationLoss, Is.EqualTo(
                    up.Zip(_samples).Average(pair => -Math.Log(pair.Second.Label == 1 ? pair.First : 1 - pair.First))).Within(1e-6));
                Assert.That(record.ValidationAccuracy, Is.EqualTo(
                    up.Zip(_samples).Average(pair => pair.First > 0.5 == (pair.Second.Label == 1) ? 1.0 : 0)).Within(1e-9));
                Assert.That(record.ValidationProfit, Is.EqualTo(Profit([g])).Within(1e-9));
            });
        }
    }

    [Test]
    public void R_AsksTheGroupsOfHighestProfit_BestFirst() => Assert.That(_pool.Manifest.AsNeeded!.Groups, Is.EqualTo(Ranked.Take(3)));

    [Test]
    public void S_StartsFromTheGroupOfHighestProfit() => Assert.That(_pool.Manifest.Soup!.Ingredients[0], Is.EqualTo(Ranked.First()));

    [Test]
    public void W_AddsTheGroupThatHelpsMost_UntilNoneDoes()
    {
        var expected = WithReplacementSelector.Select(_logits.Length, distinct: 6, Profit);

        Assert.That(_pool.Manifest.Selection!.Groups, Is.EqualTo(expected.Groups));
        Assert.That(_pool.Manifest.Selection!.MixtureWeights, Is.EqualTo(expected.MixtureWeights).Within(1e-6f));
    }

    [Test]
    public void Uses_CountEveryLook()
    {
        var uses = _pool.Manifest.ValidationUses;

        Assert.Multiple(() =>
        {
            Assert.That(uses["topK"], Is.EqualTo(2), "combinations searched");
            Assert.That(uses["R"], Is.EqualTo(8 + 2), "groups ranked, and routers fitted");
            // Each choice tries every group, and the last one tried helped no more, unless the most distinct groups are in.
            Assert.That(uses["W"] % 8, Is.Zero);
            Assert.That(uses["W"], Is.GreaterThanOrEqualTo(8 * _pool.Manifest.Selection!.Groups.Count));
            Assert.That(uses["S"], Is.EqualTo(_pool.Manifest.Soup!.Candidates));
        });
    }

    private IEnumerable<int> Ranked => Enumerable.Range(0, _logits.Length).OrderByDescending(g => Profit([g])).ThenBy(g => g);

    /// <summary>Simulates the daily top k by the mean logits of groups, before costs.</summary>
    private double Profit(IReadOnlyCollection<int> groups)
    {
        var days = _grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
        var sheet = new ScoreSheet(_grid);
        for (var i = 0; i < _samples.Length; i++)
        {
            var mean = new double[2];
            for (var j = 0; j < 2; j++)
                mean[j] = (float)(groups.Sum(g => (double)_logits[g][2 * i + j]) / groups.Count);
            sheet[days[_samples[i].Day], _samples[i].Instrument] = Core.Experts.Logits.ProbabilityUp((float)mean[0], (float)mean[1]);
        }

        return Simulator.Run(_grid, sheet, _span, new DailyTopK { TopK = 4 }, new TradingTerms { Fill = _fill }).GrossReturns.Sum();
    }

    private float[] Logits(ExpertGroup group, Panel panel)
    {
        var logits = new float[2 * _samples.Length];
        group.Logits(panel.Rows, Array.ConvertAll(_samples, sample => sample.WindowOffset), logits, new InferenceScratch());
        return logits;
    }
}
