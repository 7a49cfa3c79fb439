namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Ranks one day's scores and picks the top k, with or without the holding buffer.</summary>
internal sealed class TopKSelector(MarketGrid grid, ScoreSheet scores, PortfolioOptions options) : ISelector
{
    private readonly int[] _order = new int[grid.InstrumentCount];
    private readonly int[] _ranks = new int[grid.InstrumentCount];
    private readonly List<int> _picks = [];

    public int Rank(int instrument) => _ranks[instrument];

    // A name stuck in the portfolio keeps its slot and leaves that many fewer to pick.
    public int[] Pick(int day, Ledger ledger)
    {
        var scored = RankDay(day);
        var slots = Math.Min(ledger.FreeSlots(day, options.TopK), scored);
        _picks.Clear();
        if (options.HoldingBuffer)
        {
            for (var r = 0; r < Math.Min(2 * options.TopK, scored) && _picks.Count < slots; r++)
            {
                if (ledger.Held.Contains(_order[r]))
                    _picks.Add(_order[r]);
            }
        }

        for (var r = 0; r < scored && _picks.Count < slots; r++)
        {
            if (!_picks.Contains(_order[r]))
                _picks.Add(_order[r]);
        }

        return [.. _picks];
    }

    private int RankDay(int day)
    {
        var probabilities = scores.Probabilities.Slice(day * grid.InstrumentCount, grid.InstrumentCount).ToArray();
        var scored = 0;
        for (var i = 0; i < _order.Length; i++)
        {
            _ranks[i] = 0;
            if (grid.Has(day, i) && !double.IsNaN(probabilities[i]))
                _order[scored++] = i;
        }

        // Columns are in ordinal order of the keys, so the lower column wins a tie.
        _order.AsSpan(0, scored).Sort((a, b) =>
            probabilities[a] == probabilities[b] ? a.CompareTo(b) : probabilities[b].CompareTo(probabilities[a]));
        for (var r = 0; r < scored; r++)
            _ranks[_order[r]] = r + 1;
        return scored;
    }
}
