using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// A strategy's ranking of every decision day, computed once and shared by all portfolios that trade it: at each cost, and under permuted names. Safe to
/// share between threads.
/// </summary>
internal sealed class Ranking
{
    private readonly int[][] _order;
    private readonly double[] _scores;
    private readonly int _instruments;
    private readonly int _first;

    private Ranking(int instruments, EvaluationSpan span, int[][] order, double[] scores) =>
        (_instruments, _first, _order, _scores) = (instruments, span.First, order, scores);

    /// <summary>Ranks the names with a bar and a score by their averaged scores; equal ones keep the lower column first.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="scores">Daily scores, not averaged; those of days before the span enter the averages.</param>
    /// <param name="span">Decision days.</param>
    /// <param name="scoreDays">Span of the exponential average; 1 takes the day's own scores.</param>
    public static Ranking Compute(MarketGrid grid, ScoreSheet scores, EvaluationSpan span, int scoreDays)
    {
        var n = grid.InstrumentCount;
        var average = scoreDays > 1 ? new ScoreAverage(scoreDays) : null;
        var averaged = new double[span.Count * n];
        var order = new int[span.Count][];
        var keys = new double[n];
        var today = new double[n];
        for (var day = average is null ? span.First : Math.Max(0, span.First - average.Memory); day < span.End; day++)
        {
            var any = Scored(grid, scores, day, today);
            if (any)
                average?.Add(today);
            if (day < span.First)
                continue;
            var row = averaged.AsSpan((day - span.First) * n, n);
            for (var i = 0; i < n; i++)
                row[i] = double.IsNaN(today[i]) ? double.NaN : average is null ? today[i] : average.Of(i);
            order[day - span.First] = Sort(row, keys);
        }

        return new Ranking(n, span, order, averaged);
    }

    /// <summary>Returns the names scored on a decision day, best first.</summary>
    public ReadOnlySpan<int> Order(int day) => _order[day - _first];

    /// <summary>Returns the averaged scores of a decision day by name; NaN without one.</summary>
    public ReadOnlySpan<double> Scores(int day) => _scores.AsSpan((day - _first) * _instruments, _instruments);

    private static bool Scored(MarketGrid grid, ScoreSheet scores, int day, double[] today)
    {
        var any = false;
        for (var i = 0; i < today.Length; i++)
        {
            today[i] = grid.Has(day, i) ? scores[day, i] : double.NaN;
            any |= !double.IsNaN(today[i]);
        }

        return any;
    }

    private static int[] Sort(ReadOnlySpan<double> scores, double[] keys)
    {
        var count = 0;
        foreach (var score in scores)
            count += double.IsNaN(score) ? 0 : 1;
        var order = new int[count];
        count = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i]))
                continue;
            keys[count] = -scores[i];
            order[count++] = i;
        }

        // The sort is not stable: runs of equal scores are put in the order of columns afterwards.
        keys.AsSpan(0, count).Sort(order.AsSpan());
        for (int first = 0, end; first < count; first = end)
        {
            for (end = first + 1; end < count && keys[end] == keys[first];)
                end++;
            if (end - first > 1)
                order.AsSpan(first, end - first).Sort();
        }

        return order;
    }
}
