namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What one group did for a router's picks; shares are in [0, 1], NaN when it was never asked.</summary>
/// <param name="Name">The group.</param>
/// <param name="Asked">Share of picks for which it was asked.</param>
/// <param name="For">Share of those for which it spoke for the pick.</param>
/// <param name="Share">Mean of its part in what was said: |mixture weight times log-odds| over the sum of all groups'.</param>
/// <param name="Change">Mean absolute change of the log-odds without it.</param>
/// <param name="Decisive">Share of those that would not have been picked without it.</param>
internal sealed record VoiceFigures(string Name, double Asked, double For, double Share, double Change, double Decisive)
{
    /// <summary>Sums up one group.</summary>
    /// <param name="name">The group.</param>
    /// <param name="group">Its index in the trace.</param>
    /// <param name="entries">Picks.</param>
    public static VoiceFigures Of(string name, int group, IReadOnlyCollection<TraceEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        (GroupVoice Voice, double Share)[] spoken =
        [
            .. from entry in entries
               from voice in entry.Voices
               where voice.Group == @group
               select (voice, PartOf(voice, entry))
        ];
        double Mean(Func<(GroupVoice Voice, double Share), double> figure) => spoken.Length == 0 ? double.NaN : spoken.Average(figure);
        return new VoiceFigures(
            name,
            entries.Count == 0 ? double.NaN : (double)spoken.Length / entries.Count,
            Mean(one => one.Voice.LogOdds > 0 ? 1 : 0),
            Mean(one => one.Share),
            Mean(one => Math.Abs(one.Voice.ChangeWithout)),
            Mean(one => one.Voice.Decisive ? 1 : 0));
    }

    /// <summary>Gives a group's part in what was said of one pick, in [0, 1].</summary>
    internal static double PartOf(GroupVoice voice, TraceEntry entry)
    {
        var all = entry.Voices.Sum(one => Math.Abs(one.MixtureWeight * one.LogOdds));
        return all > 0 ? Math.Abs(voice.MixtureWeight * voice.LogOdds) / all : 1.0 / entry.Voices.Count;
    }
}
