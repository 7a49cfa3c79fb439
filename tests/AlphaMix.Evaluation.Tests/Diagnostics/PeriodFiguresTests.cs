using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class PeriodFiguresTests
{
    [Test]
    public void By_TheDaysOfALabelAreMeasuredAlone()
    {
        var outcome = SampleEvaluation.Run();
        var (simulation, forecast) = (outcome.Curves.Strategies[0].Net, outcome.Result.Strategies[0].Forecast);
        string[] labels = [.. Enumerable.Range(0, SampleEvaluation.Days).Select(day => day < 10 ? "" : day % 2 == 0 ? "even" : "odd")];

        var periods = PeriodFigures.By(simulation, outcome.Curves.EqualWeightAtCosts[0], forecast.Daily, labels, "odd", "even", "never");

        double[] odd = [.. Enumerable.Range(10, 50).Where(day => day % 2 == 1).Select(day => simulation.NetReturns[day])];
        Assert.Multiple(() =>
        {
            Assert.That(periods.Select(period => period.Name), Is.EqualTo(new[] { "odd", "even" }));
            Assert.That(periods[0].Days, Is.EqualTo(25));
            Assert.That(periods[0].Net, Is.EqualTo(PaperMetrics.From(odd)));
            Assert.That(periods.Sum(period => period.Net.TotalReturn), Is.EqualTo(100 * simulation.NetReturns.Skip(10).Sum()).Within(1e-9));
            Assert.That(periods[0].Ahead.Value, Is.EqualTo(
                odd.Average() - Enumerable.Range(10, 50).Where(day => day % 2 == 1).Average(day => outcome.Curves.EqualWeightAtCosts[0].NetReturns[day])).Within(1e-15));
        });
    }

    [Test]
    public void Years_AreTheDays() =>
        Assert.That(PeriodFigures.Years([new DateOnly(2016, 12, 30), new DateOnly(2017, 1, 3)]), Is.EqualTo(new[] { "2016", "2017" }));

    [Test]
    public void By_AnotherNumberOfDays_Throws()
    {
        var outcome = SampleEvaluation.Run();

        Assert.That(
            () => PeriodFigures.By(outcome.Curves.Strategies[0].Net, outcome.Curves.EqualWeightAtCosts[0], outcome.Result.Strategies[0].Forecast.Daily, ["a"]),
            Throws.ArgumentException.With.Message.Contains("1 labels"));
    }
}
