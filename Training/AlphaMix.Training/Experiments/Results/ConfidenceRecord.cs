using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Training.Experiments.Results;

/// <summary>
/// How many forecasts of the test span lie in each bin of confidence, the larger of P(up) and P(down), and how many of those were right
/// (Figure 8).
/// </summary>
/// <param name="Counts">Forecasts by bin; bin b holds confidence from 0.5 + b * <see cref="Width"/>, the last one all above.</param>
/// <param name="Right">Those of them that named the direction.</param>
internal sealed record ConfidenceRecord(int[] Counts, int[] Right)
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 11;

    /// <summary>Width of a bin.</summary>
    public const double Width = 0.02;

    /// <summary>Counts the cells of a sheet whose next return is known.</summary>
    /// <param name="grid">Prices.</param>
    /// <param name="sheet">P(up).</param>
    /// <param name="span">Decision days.</param>
    public static ConfidenceRecord Compute(MarketGrid grid, ScoreSheet sheet, EvaluationSpan span)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(sheet);
        var record = new ConfidenceRecord(new int[Bins], new int[Bins]);
        for (var day = span.First; day < span.End; day++)
        {
            for (var i = 0; i < grid.InstrumentCount; i++)
            {
                var (now, next) = (grid.Close[day * grid.InstrumentCount + i], grid.Close[(day + 1) * grid.InstrumentCount + i]);
                if (double.IsNaN(sheet[day, i]) || double.IsNaN(now) || double.IsNaN(next))
                    continue;
                var bin = Math.Min(Bins - 1, (int)((Math.Max(sheet[day, i], 1 - sheet[day, i]) - 0.5) / Width + 1e-9));
                record.Counts[bin]++;
                record.Right[bin] += sheet[day, i] > 0.5 == next > now ? 1 : 0;
            }
        }

        return record;
    }
}
