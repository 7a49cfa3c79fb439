using AlphaMix.Core.Features;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Experiments.Data;

/// <summary>Samples of a span and the prices beside them: turns one score a sample into a sheet.</summary>
internal sealed class ScoredSpan
{
    private readonly (int Day, int Instrument)[] _cells;

    /// <summary>Initializes a new instance of the <see cref="ScoredSpan"/> class.</summary>
    /// <param name="prices">Bars of the panel's instruments, in its order.</param>
    /// <param name="samples">The samples of the span.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">First day after it.</param>
    public ScoredSpan(IReadOnlyList<BarSeries> prices, Sample[] samples, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Samples = samples;
        Offsets = Array.ConvertAll(samples, sample => sample.WindowOffset);
        Grid = MarketGrid.From(prices, from);
        Span = Grid.Span(from, to);
        var days = Grid.Days.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index);
        _cells = Array.ConvertAll(samples, sample => (days[sample.Day], sample.Instrument));
        Batches =
            [.. Enumerable.Range(0, samples.Length).GroupBy(i => samples[i].Day).OrderBy(day => day.Key).Select(day => day.ToArray())];
    }

    /// <summary>Gets the samples, instrument after instrument.</summary>
    public Sample[] Samples { get; }

    /// <summary>Gets where each sample's window starts in the panel's rows.</summary>
    public int[] Offsets { get; }

    /// <summary>Gets the samples of each day, in the order of the instruments.</summary>
    public IReadOnlyList<int[]> Batches { get; }

    /// <summary>Gets the prices.</summary>
    public MarketGrid Grid { get; }

    /// <summary>Gets the decision days.</summary>
    public EvaluationSpan Span { get; }

    /// <summary>Returns the sheet of some scores.</summary>
    /// <param name="scores">One score in [0, 1] a sample.</param>
    /// <param name="asked">Experts asked for each sample; empty when not counted.</param>
    public ScoreSheet Sheet(ReadOnlySpan<float> scores, ReadOnlySpan<int> asked = default)
    {
        var sheet = new ScoreSheet(Grid);
        for (var i = 0; i < _cells.Length; i++)
        {
            sheet[_cells[i].Day, _cells[i].Instrument] = scores[i];
            if (!asked.IsEmpty)
                sheet.SetExpertsUsed(_cells[i].Day, _cells[i].Instrument, asked[i]);
        }

        return sheet;
    }
}
