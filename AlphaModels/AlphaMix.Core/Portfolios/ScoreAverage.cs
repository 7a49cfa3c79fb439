namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Exponential average of each name's daily scores, so that the ranking changes slowly and less is traded. Not thread-safe.
/// </summary>
/// <param name="span">Span of the average in days, at least 1: a score one day older counts <c>1 - 2 / (span + 1)</c> times as
/// much.</param>
/// <remarks>
/// The memory is finite, 3 spans, beyond which a score would count less than a 400th of today's: a stream begun anywhere gives the same
/// bits once it has seen so many days. A name is averaged over the days on which it has a score. Days on which no name has one are not to
/// be added.
/// </remarks>
public sealed class ScoreAverage(int span)
{
    private readonly double _decay = 1 - 2.0 / (span + 1);
    private double[][] _days = [];
    private int _newest = -1;
    private int _count;

    /// <summary>Gets the number of days that an average reaches back, 3 spans.</summary>
    public int Memory { get; } = 3 * span;

    /// <summary>Adds the scores of the next day.</summary>
    /// <param name="scores">One score a name, NaN for none; a name keeps its place from day to day, and new names come behind the
    /// others.</param>
    public void Add(ReadOnlySpan<double> scores)
    {
        if (_days.Length == 0)
            _days = [.. Enumerable.Range(0, Memory).Select(_ => Array.Empty<double>())];
        _newest = (_newest + 1) % Memory;
        _count = Math.Min(_count + 1, Memory);
        if (_days[_newest].Length < scores.Length)
            _days[_newest] = new double[scores.Length];
        var day = _days[_newest];
        scores.CopyTo(day);
        day.AsSpan(scores.Length).Fill(double.NaN);
    }

    /// <summary>Forgets all days.</summary>
    public void Clear() => (_newest, _count) = (-1, 0);

    /// <summary>Returns the average score of a name; NaN when no day remembered has one.</summary>
    /// <param name="name">Its place in the days added, from 0; one beyond them has NaN.</param>
    public double Value(int name)
    {
        double weight = 1, sum = 0, total = 0;
        for (int age = 0, at = _newest; age < _count; age++, at = at == 0 ? Memory - 1 : at - 1)
        {
            var score = name < _days[at].Length ? _days[at][name] : double.NaN;
            if (!double.IsNaN(score))
            {
                sum += weight * score;
                total += weight;
            }

            weight *= _decay;
        }

        return total > 0 ? sum / total : double.NaN;
    }
}
