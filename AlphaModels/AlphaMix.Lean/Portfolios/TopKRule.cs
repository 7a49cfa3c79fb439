namespace AlphaMix.Lean.Portfolios;

/// <summary>Limits one side of a mixed portfolio to k names.</summary>
internal static class TopKRule
{
    /// <summary>Sets the weights of one side.</summary>
    /// <param name="side">Candidates of one direction; reordered.</param>
    /// <param name="topK">Most names held; 0 for no limit.</param>
    /// <param name="holdingBuffer">Whether a name held stays until its rank leaves 2k.</param>
    /// <param name="assign">Receives every candidate with its weight.</param>
    public static void Apply(List<Candidate> side, int topK, bool holdingBuffer, Action<Candidate, double> assign)
    {
        if (holdingBuffer)
        {
            Buffer(side, topK, assign);
            return;
        }

        side.Sort(Candidate.BySize);
        for (var i = 0; i < side.Count; i++)
            assign(side[i], topK == 0 || i < topK ? side[i].Weight : 0);
    }

    private static void Buffer(List<Candidate> side, int topK, Action<Candidate, double> assign)
    {
        var total = side.Sum(candidate => candidate.Weight);
        side.Sort(Candidate.ByConfidence);
        var kept = new bool[side.Count];
        var count = 0;
        for (var rank = 0; rank < Math.Min(2 * topK, side.Count) && count < topK; rank++)
        {
            if (side[rank].IsHeld)
                (kept[rank], count) = (true, count + 1);
        }

        for (var rank = 0; rank < side.Count && count < topK; rank++)
        {
            if (!kept[rank])
                (kept[rank], count) = (true, count + 1);
        }

        for (var rank = 0; rank < side.Count; rank++)
            assign(side[rank], kept[rank] ? total / count : 0);
    }
}
