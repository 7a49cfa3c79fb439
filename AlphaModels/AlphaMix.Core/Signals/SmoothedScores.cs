namespace AlphaMix.Core.Signals;

/// <summary>Averages the scores of the last days exponentially, so that a portfolio follows them slowly. Not thread-safe.</summary>
/// <typeparam name="TKey">What stands for an instrument.</typeparam>
/// <param name="span">Span of the average: a score that is one day older weighs 1 - 2 / (span + 1) times as much.</param>
/// <remarks>
/// The memory is finite, 3 spans, beyond which a score would weigh less than a 400th of today's: a stream begun anywhere gives the same bits once it has seen
/// so many days. An instrument without a score on a day is averaged over the days on which it has one.
/// </remarks>
public sealed class SmoothedScores<TKey>(int span)
    where TKey : notnull
{
    private readonly double _decay = 1 - 2.0 / (span + 1);
    private readonly List<Dictionary<TKey, double>> _days = [];

    /// <summary>Gets the number of days remembered, at most.</summary>
    public int Memory { get; } = 3 * span;

    /// <summary>Takes the scores of the next day.</summary>
    public void Add(Dictionary<TKey, double> scores)
    {
        _days.Insert(0, scores);
        if (_days.Count > Memory)
            _days.RemoveAt(Memory);
    }

    /// <summary>Forgets all days.</summary>
    public void Clear() => _days.Clear();

    /// <summary>Gives the average score of an instrument; NaN when no day remembered has one.</summary>
    public double Of(TKey instrument)
    {
        double weight = 1, sum = 0, total = 0;
        foreach (var day in _days)
        {
            if (day.TryGetValue(instrument, out var score))
            {
                sum += weight * score;
                total += weight;
            }

            weight *= _decay;
        }

        return total > 0 ? sum / total : double.NaN;
    }
}
