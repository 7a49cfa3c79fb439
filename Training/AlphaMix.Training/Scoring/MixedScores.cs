using AlphaMix.Core.Signals;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Training.Scoring;

/// <summary>Mixes the ranks of two forecasts day by day, with the very class that the plugin runs.</summary>
internal static class MixedScores
{
    /// <summary>Returns the daily scores.</summary>
    /// <param name="windows">The windows scored.</param>
    /// <param name="probabilities">P(up) of each cell that has a window.</param>
    /// <param name="priors">The prior of each window; empty when its share is 0.</param>
    /// <param name="priorWeight">Share of the prior, in [0, 1].</param>
    public static ScoreSheet Mix(SpanWindows windows, ScoreSheet probabilities, float[] priors, double priorWeight)
    {
        var sheet = new ScoreSheet(windows.Grid);
        var mixer = new DailyScore();
        foreach (var own in windows.ByDay)
        {
            var day = windows.Day(own[0]);
            var scores = new double[own.Length];
            mixer.Mix(
                Array.ConvertAll(own, w => (float)probabilities[day, windows.Instrument(w)]),
                priors.Length == 0 ? [] : Array.ConvertAll(own, w => priors[w]),
                priorWeight,
                scores);
            for (var i = 0; i < own.Length; i++)
                sheet[day, windows.Instrument(own[i])] = scores[i];
        }

        return sheet;
    }
}
