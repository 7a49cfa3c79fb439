using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Portfolios;

/// <summary>
/// The plain definition of a mixture of daily top-k strategies, with dictionaries: each day the k best names in equal weights; the record is what they
/// earned from close to close.
/// </summary>
internal sealed class MixtureOracle(MarketGrid grid, IStrategyMixture mixture, int topK, params ScoreSheet[] sheets)
{
    /// <summary>Computes the shares and the merged weights of each day.</summary>
    public IEnumerable<(double[] Shares, Dictionary<int, double> Weights)> Run(EvaluationSpan span)
    {
        var memories = sheets.Select(_ => new double[mixture.MemorySize]).ToArray();
        var books = sheets.Select(_ => new Dictionary<int, double>()).ToArray();
        var settled = new int?[sheets.Length];
        var begun = new bool[sheets.Length];
        for (var day = span.First; day < span.End; day++)
        {
            for (var s = 0; s < sheets.Length; s++)
            {
                var gain = books[s].Sum(position => position.Value * (Close(day, position.Key) / Close(day - 1, position.Key) - 1));
                if (begun[s])
                {
                    mixture.Remember(gain, grid.Days[day].DayNumber - (settled[s] ?? grid.Days[day].DayNumber), memories[s]);
                    settled[s] = grid.Days[day].DayNumber;
                }

                var picks = Enumerable.Range(0, grid.InstrumentCount)
                    .Where(i => grid.Has(day, i) && !double.IsNaN(sheets[s][day, i])).OrderByDescending(i => sheets[s][day, i]).Take(topK).ToArray();
                books[s] = picks.ToDictionary(i => i, _ => 1.0 / picks.Length);
                begun[s] |= picks.Length > 0;
            }

            var speaking = Enumerable.Range(0, sheets.Length).Where(s => books[s].Count > 0).ToArray();
            var some = new double[speaking.Length];
            if (some.Length > 0)
                mixture.Share(speaking.SelectMany(s => memories[s]).ToArray(), some);
            var shares = Enumerable.Range(0, sheets.Length).Select(s => Array.IndexOf(speaking, s) is >= 0 and var place ? some[place] : 0).ToArray();
            yield return (
                shares,
                books.SelectMany((book, s) => book.Select(position => (position.Key, Weight: shares[s] * position.Value)))
                    .GroupBy(position => position.Key).ToDictionary(same => same.Key, same => same.Sum(position => position.Weight)));
        }
    }

    // The last close up to the day.
    private double Close(int day, int i)
    {
        while (!grid.Has(day, i))
            day--;
        return grid.Close[day * grid.InstrumentCount + i];
    }
}
