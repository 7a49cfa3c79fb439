using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Spans;

/// <summary>Measures Pro, the profit of the daily top-k strategy on the validation span, from prices before the test span alone.</summary>
internal sealed class ProfitMeter
{
    private readonly Simulator _simulator;
    private readonly DailyTopK _rule;
    private readonly (int Day, int Instrument)[] _cells;

    /// <summary>Initializes a new instance of the <see cref="ProfitMeter"/> class.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="split">The spans.</param>
    /// <param name="samples">The validation samples; probabilities come in their order.</param>
    /// <param name="label">An open-to-open label trades at the next open, a close-to-close label at the close.</param>
    /// <param name="topK">Names held.</param>
    public ProfitMeter(Panel panel, DateSplit split, Sample[] samples, LabelSpec label, int topK)
    {
        var grid = MarketGrid.From([.. panel.Series.Select(each => each.Before(split.FitTo))], split.ValidationFrom);
        _simulator = new Simulator(
            grid, grid.Span(split.ValidationFrom, split.FitTo), label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close);
        _rule = new DailyTopK { TopK = topK };
        var days = grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
        _cells = Array.ConvertAll(samples, sample => (days[sample.Day], sample.Instrument));
    }

    /// <summary>Returns the total return as a fraction: the sum of daily returns, no costs.</summary>
    /// <param name="probabilities">P(up) per sample.</param>
    public double Measure(ReadOnlySpan<float> probabilities)
    {
        var sheet = new ScoreSheet(_simulator.Grid);
        for (var i = 0; i < _cells.Length; i++)
            sheet[_cells[i].Day, _cells[i].Instrument] = probabilities[i];
        return _simulator.Run(sheet, _rule, ProportionalCosts.None).GrossReturns.Sum();
    }
}
