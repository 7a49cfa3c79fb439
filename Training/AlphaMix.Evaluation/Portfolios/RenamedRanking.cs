using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>A day of a ranking, under its own names or others.</summary>
internal sealed class RenamedRanking(Ranking? ranking, FillTable fills)
{
    private readonly int[] _order = new int[fills.Instruments];
    private readonly double[] _scores = new double[fills.Instruments];
    private int _day;
    private int _renamed;

    /// <summary>Gets the names scored, best first; empty without a ranking.</summary>
    public ReadOnlySpan<int> Order =>
        ranking is null ? default : _renamed < 0 ? ranking.Order(_day) : _order.AsSpan(0, _renamed);

    /// <summary>Gets their scores, in the same order.</summary>
    public ReadOnlySpan<double> Scores =>
        ranking is null ? default : _renamed < 0 ? ranking.Scores(_day) : _scores.AsSpan(0, _renamed);

    /// <summary>Reads a day. Under other names, those without a bar on the day leave the ranking.</summary>
    /// <param name="day">Decision day.</param>
    /// <param name="names">For each column the name that has its scores; empty for the columns' own.</param>
    public void Read(int day, ReadOnlySpan<int> names)
    {
        (_day, _renamed) = (day, -1);
        if (ranking is null || names.IsEmpty)
            return;
        var order = ranking.Order(day);
        var scores = ranking.Scores(day);
        var states = fills.States(day);
        _renamed = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            var name = names[order[rank]];
            if (states[name] != TradingState.Trading)
                continue;
            _order[_renamed] = name;
            _scores[_renamed++] = scores[rank];
        }
    }
}
