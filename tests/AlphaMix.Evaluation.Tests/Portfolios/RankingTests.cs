using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class RankingTests
{
    [Test]
    public void Order_EqualScores_AreInTheOrderOfTheNames()
    {
        const int Names = 60;
        var grid = SmallMarket.Random(3, Names, seed: 30);
        var scores = new ScoreSheet(grid);
        for (var i = 0; i < Names; i++)
            scores[0, i] = i % 3 == 0 ? 0.5 : 0.4;

        var order = Ranking.Compute(grid, scores, SmallMarket.All(grid), scoreDays: 1).Order(0).ToArray();

        Assert.That(order, Is.EqualTo(Enumerable.Range(0, Names).OrderBy(i => i % 3 == 0 ? 0 : 1).ThenBy(i => i)));
    }

    [Test]
    public void Compute_IsThePlainDefinition(
        [Values(1, 2, 5)] int scoreDays, [Values(0, 30)] int first, [Values] bool ties)
    {
        var grid = SmallMarket.Random(80, 17, seed: 31, gaps: 0.15);
        var scores = SmallMarket.RandomScores(grid, seed: 32, silent: 0.1);
        for (var day = 0; day < grid.DayCount; day++)
        {
            for (var i = 0; i < grid.InstrumentCount; i++)
                scores[day, i] = day == 60 ? double.NaN : ties && i % 4 == 0 ? 0.5 : scores[day, i];
        }

        var span = new EvaluationSpan(first, 79 - first);
        var ranking = Ranking.Compute(grid, scores, span, scoreDays);

        var tied = 0;
        for (var day = span.First; day < span.End; day++)
        {
            var expected = Rank(grid, scores, day, scoreDays);
            Assert.That(ranking.Order(day).ToArray(), Is.EqualTo(expected.Select(one => one.Name)), $"day {day}");
            Assert.That(ranking.Scores(day).ToArray(), Is.EqualTo(expected.Select(one => one.Score)), $"day {day}");
            tied += expected.Length - expected.Select(one => one.Score).Distinct().Count();
        }

        Assert.That(tied, ties ? Is.Positive : Is.Zero);
    }

    [Test]
    public void Compute_LaterScores_ChangeNoEarlierRanking()
    {
        var grid = SmallMarket.Random(40, 9, seed: 33);
        var (scores, changed) = (SmallMarket.RandomScores(grid, 34), SmallMarket.RandomScores(grid, 35));
        changed.CopyFrom(scores, new EvaluationSpan(0, 20));
        var span = SmallMarket.All(grid);

        var (before, after) = (Ranking.Compute(grid, scores, span, 4), Ranking.Compute(grid, changed, span, 4));

        for (var day = 0; day < 20; day++)
            Assert.That(after.Scores(day).ToArray(), Is.EqualTo(before.Scores(day).ToArray()));
        Assert.That(after.Scores(20).ToArray(), Is.Not.EqualTo(before.Scores(20).ToArray()));
    }

    [Test]
    public void Compute_SpanThatStartsLater_RanksTheSame()
    {
        var grid = SmallMarket.Random(60, 9, seed: 33, gaps: 0.2);
        var scores = SmallMarket.RandomScores(grid, 34, silent: 0.2);

        var (whole, late) = (Ranking.Compute(grid, scores, new EvaluationSpan(0, 59), 3), Ranking.Compute(grid, scores, new EvaluationSpan(40, 19), 3));

        for (var day = 40; day < 59; day++)
        {
            Assert.That(late.Order(day).ToArray(), Is.EqualTo(whole.Order(day).ToArray()));
            Assert.That(late.Scores(day).ToArray(), Is.EqualTo(whole.Scores(day).ToArray()));
        }
    }

    // The names with a bar and a score, by their average over the last 3 spans of days on which any name has one, newest first.
    private static (int Name, double Score)[] Rank(MarketGrid grid, ScoreSheet scores, int day, int scoreDays)
    {
        double Score(int on, int i) => grid.Has(on, i) ? scores[on, i] : double.NaN;
        var names = Enumerable.Range(0, grid.InstrumentCount);
        int[] days = [.. Enumerable.Range(0, day + 1).Reverse().Where(on => names.Any(i => !double.IsNaN(Score(on, i)))).Take(scoreDays == 1 ? 1 : 3 * scoreDays)];
        var decay = 1 - 2.0 / (scoreDays + 1);
        double Average(int i)
        {
            var (weight, sum, total) = (1.0, 0.0, 0.0);
            foreach (var score in days.Select(on => Score(on, i)))
            {
                (sum, total) = double.IsNaN(score) ? (sum, total) : (sum + weight * score, total + weight);
                weight *= decay;
            }

            return sum / total;
        }

        return
        [
            .. names.Where(i => !double.IsNaN(Score(day, i)))
                .Select(i => (Name: i, Score: Average(i)))
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Name)
        ];
    }
}
