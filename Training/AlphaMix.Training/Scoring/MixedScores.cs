using AlphaMix.Core.Signals;
using AlphaMix.Evaluation;

namespace AlphaMix.Training.Scoring;

/// <summary>Mixes the ranks of two forecasts day by day.</summary>
internal static class MixedScores
{
    /// <summary>Gives the daily scores.</summary>
    /// <param name="windows">The windows scored.</param>
    /// <param name="probabilities">P(up) of each cell that has a window.</param>
    /// <param name="priors">The prior of each window; empty when its share is 0.</param>
    /// <param name="priorWeight">Share of the prior.</param>
    public static ScoreSheet Of(PoolWindows windows, ScoreSheet probabilities, float[] priors, double priorWeight)
    {
        var sheet = new ScoreSheet(windows.Grid);
        var mixer = new DailyScore();
        foreach (var day in Enumerable.Range(0, windows.Count).GroupBy(windows.Day))
        {
            int[] own = [.. day];
            var scores = new double[own.Length];
            mixer.Mix(
                Array.ConvertAll(own, w => (float)probabilities[day.Key, windows.Instrument(w)]),
                priors.Length == 0 ? [] : Array.ConvertAll(own, w => priors[w]),
                priorWeight,
                scores);
            for (var i = 0; i < own.Length; i++)
                sheet[day.Key, windows.Instrument(own[i])] = scores[i];
        }

        return sheet;
    }
}
