using System.Globalization;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>A line of the event log.</summary>
/// <param name="Utc">The machine's time.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The rest of the line.</param>
internal sealed record LiveEvent(DateTime Utc, string Kind, string Text)
{
    /// <summary>Reads a line.</summary>
    public static LiveEvent Parse(string line)
    {
        var parts = line.Split(' ', 3);
        var utc = DateTime.Parse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return new LiveEvent(utc, parts[1], parts.Length > 2 ? parts[2] : "");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Utc:yyyy-MM-ddTHH:mm:ss.fffZ} {Kind} {Text}";
}
