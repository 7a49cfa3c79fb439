using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Factors;

/// <summary>Scores every instrument on every decision day by each of several factors.</summary>
internal static class FactorScores
{
    /// <summary>Computes the scores.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="history">The bars; what it does not have has no score.</param>
    /// <param name="grid">The market whose names are ranked.</param>
    /// <param name="span">Decision days.</param>
    /// <returns>
    /// One sheet a factor, in their order, with scores in (0, 1) in the order of the factor's own; none without enough bars, or where
    /// volumes are needed and not known.
    /// </returns>
    public static ScoreSheet[] Compute(
        IReadOnlyList<Factor> factors, FactorHistory history, MarketGrid grid, EvaluationSpan span)
    {
        ScoreSheet[] sheets = [.. factors.Select(_ => new ScoreSheet(grid))];
        var rows = history.RowsOf(grid.Days.Skip(span.First).Take(span.Count));
        for (var i = 0; i < grid.InstrumentCount; i++)
        {
            var bars = history.Read(grid.Instruments[i]);
            for (var d = 0; d < rows.Length; d++)
            {
                if (rows[d] < 0 || !grid.Has(span.First + d, i))
                    continue;
                var count = bars.CountUpTo(rows[d]);
                for (var f = 0; f < sheets.Length; f++)
                {
                    if (count >= factors[f].Bars && (history.HasVolumes || !factors[f].NeedsVolume))
                        sheets[f][span.First + d, i] = Squeeze(factors[f].Score(new PastBars(bars, count)));
                }
            }
        }

        return sheets;
    }

    // Rises with x from 0 to 1; NaN stays NaN.
    private static double Squeeze(double x) => (1 + x / (1 + Math.Abs(x))) / 2;
}
