using System.Globalization;
using System.Text;
using AlphaMix.Lean;
using QuantConnect.Algorithm;

namespace AlphaMix.Algorithms;

/// <summary>Collects every day's P(up), so that what was traded can be compared with <c>alphamix predict</c>.</summary>
internal sealed class ScoreLog(string key)
{
    private readonly StringBuilder _csv = new("date,instrument,rank,probability_up,experts\n");

    /// <summary>Adds a day: its date, and each security's permtick, rank, P(up) to the last bit, and number of experts asked.</summary>
    public void Add(DayScores day)
    {
        for (var rank = 0; rank < day.Ranking.Count; rank++)
        {
            var score = day.Ranking[rank];
            _csv.Append(
                CultureInfo.InvariantCulture,
                $"{day.Day:yyyy-MM-dd},{score.Symbol.ID.Symbol},{rank + 1},{score.ProbabilityUp:R},{score.ExpertsAsked}\n");
        }
    }

    /// <summary>Saves the CSV to the ObjectStore.</summary>
    public void Save(QCAlgorithm algorithm) => algorithm.ObjectStore.Save(key, _csv.ToString());
}
