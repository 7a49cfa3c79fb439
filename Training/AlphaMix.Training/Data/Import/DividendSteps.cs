using System.Globalization;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Import;

/// <summary>
/// Recovers dividend factors from Yahoo's <c>Adj Close</c>: the ratio to <c>Close</c> is a step function, one step a dividend, under
/// rounding noise.
/// </summary>
internal static class DividendSteps
{
    /// <summary>
    /// Least relative change of the ratio that is a dividend. Measured on 88 stocks over 5 years: single-precision noise stays below
    /// 7e-7, the smallest dividend (0.01 dollars on 50) is 1.9e-4.
    /// </summary>
    private const double LeastStep = 1e-5;

    /// <summary>Both prices are printed to 6 decimals: what that can move the ratio by, times the price, with some slack.</summary>
    private const double PrintedNoise = 4e-6;

    /// <summary>Returns LEAN's factor rows: 1 after the last step whatever the ratio is there, and one row a step.</summary>
    public static FactorFile Recover(string file, IReadOnlyList<PriceRow> rows, IntegrityReport report)
    {
        var steps = Smooth(file, Split(rows), rows, report);
        var last = Ratio(rows, steps[^1]);
        var factors = new List<FactorRow>();
        for (var s = 0; s < steps.Count - 1; s++)
        {
            var end = rows[steps[s].End - 1];
            factors.Add(
                new FactorRow(
                    DateOnly.FromDateTime(end.Time), (decimal)(Ratio(rows, steps[s]) / last), 1, (decimal)Math.Round(end.Close, 4)));
            if (Ratio(rows, steps[s]) > Ratio(rows, steps[s + 1]))
                report.Add(
                    file, rows[steps[s].End].Line, IntegritySeverity.Warning,
                    "found Adj Close / Close falling here, expected it to rise at a dividend; it is taken as it is.");
        }

        return new FactorFile(factors);
    }

    private static List<(int Start, int End)> Split(IReadOnlyList<PriceRow> rows)
    {
        var steps = new List<(int Start, int End)>();
        var start = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            var before = Ratio(rows, (start, i));
            if (Differ(before, rows[i].AdjustedClose / rows[i].Close, Math.Min(rows[i].Close, rows[i - 1].Close)))
            {
                steps.Add((start, i));
                start = i;
            }
        }

        steps.Add((start, rows.Count));
        return steps;
    }

    /// <summary>Joins over a single row whose ratio strays and comes back: a misprint, not two dividends.</summary>
    private static List<(int Start, int End)> Smooth(
        string file, List<(int Start, int End)> steps, IReadOnlyList<PriceRow> rows, IntegrityReport report)
    {
        for (var s = steps.Count - 2; s > 0; s--)
        {
            var (start, end) = steps[s];
            if (end - start > 1 || Differ(Ratio(rows, steps[s - 1]), Ratio(rows, steps[s + 1]), rows[start].Close))
                continue;
            report.Add(file, rows[start].Line, IntegritySeverity.Warning, string.Create(
                CultureInfo.InvariantCulture,
                $"found Adj Close {rows[start].AdjustedClose} out of line with the rows before and after; it is passed over, the prices "
                    + $"are kept."));
            steps[s - 1] = (steps[s - 1].Start, steps[s + 1].End);
            steps.RemoveRange(s, 2);
            s--;
        }

        return steps;
    }

    private static bool Differ(double one, double other, double close) => Math.Abs(other / one - 1) > LeastStep + PrintedNoise / close;

    /// <summary>The median of a step's ratios: one misprint does not move it.</summary>
    private static double Ratio(IReadOnlyList<PriceRow> rows, (int Start, int End) step)
    {
        // A long step's last 31 rows say enough: noise of 7e-7 falls below what a factor file prints.
        var start = Math.Max(step.Start, step.End - 31);
        Span<double> ratios = stackalloc double[step.End - start];
        for (var i = 0; i < ratios.Length; i++)
            ratios[i] = rows[start + i].AdjustedClose / rows[start + i].Close;
        ratios.Sort();
        return (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
    }
}
