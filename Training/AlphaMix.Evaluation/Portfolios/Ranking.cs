using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// A strategy's ranking of every decision day, computed once and shared by all portfolios that trade it: at each cost, and under permuted
/// names. Safe to share between threads.
/// </summary>
internal sealed class Ranking
{
    private readonly int[][] _order;
    private readonly double[][] _scores;
    private readonly int _first;

    private Ranking(EvaluationSpan span, int[][] order, double[][] scores) => (_first, _order, _scores) = (span.First, order, scores);

    /// <summary>Ranks the names with a bar and a score by their averaged scores; equal ones keep the lower column first.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">Daily scores, not averaged; those of days before the span enter the averages.</param>
    /// <param name="span">Decision days.</param>
    /// <param name="scoreDays">Span of the exponential average; 1 takes the day's own scores.</param>
    public static Ranking Compute(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, int scoreDays)
    {
        var average = scoreDays > 1 ? new ScoreAverage(scoreDays) : null;
        var (order, ranked) = (new int[span.Count][], new double[span.Count][]);
        var today = new double[grid.InstrumentCount];
        for (var day = average is null ? span.First : Math.Max(0, span.First - average.Memory); day < span.End; day++)
        {
            if (Read(grid, scores, day, today) > 0)
                average?.Add(today);
            if (day >= span.First)
                (order[day - span.First], ranked[day - span.First]) = Sort(today, average);
        }

        return new Ranking(span, order, ranked);
    }

    /// <summary>Returns the names scored on a decision day, best first.</summary>
    public ReadOnlySpan<int> Order(int day) => _order[day - _first];

    /// <summary>Returns their averaged scores, in the same order.</summary>
    public ReadOnlySpan<double> Scores(int day) => _scores[day - _first];

    /// <summary>Reads the day's scores of the names with a bar; NaN without one.</summary>
    /// <returns>How many have one.</returns>
    private static int Read(MarketGrid grid, ScoreSheet scores, int day, double[] today)
    {
        var count = 0;
        for (var i = 0; i < today.Length; i++)
        {
            today[i] = grid.Has(day, i) ? scores[day, i] : double.NaN;
            count += double.IsNaN(today[i]) ? 0 : 1;
        }

        return count;
    }

    private static (int[] Order, double[] Scores) Sort(double[] today, ScoreAverage? average)
    {
        int[] order = [.. Enumerable.Range(0, today.Length).Where(i => !double.IsNaN(today[i]))];
        var keys = Array.ConvertAll(order, i => -(average is null ? today[i] : average.Value(i)));

        // The sort is not stable: runs of equal scores are put in the order of columns afterwards.
        Array.Sort(keys, order);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            for (end = first + 1; end < keys.Length && keys[end] == keys[first];)
                end++;
            if (end - first > 1)
                Array.Sort(order, first, end - first);
        }

        return (order, Array.ConvertAll(keys, key => -key));
    }
}
