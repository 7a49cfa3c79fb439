namespace AlphaMix.Core.Journals;

/// <summary>One day's predictions, as a journal keeps them. Immutable, as long as <see cref="Scores"/> is.</summary>
public sealed record JournalEntry
{
    /// <summary>Gets the trading day whose last bar the scores were made from, in the exchange's local time.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets when the entry was written, by the clock of its origin; of kind UTC.</summary>
    public required DateTime WrittenUtc { get; init; }

    /// <summary>Gets where it was written.</summary>
    public required JournalOrigin Origin { get; init; }

    /// <summary>Gets the SHA-256 of the pool's artifact (<c>PoolArtifact.Hash</c>), 64 lower-case hexadecimal digits.</summary>
    public required string Pool { get; init; }

    /// <summary>Gets the date of the last price that entered any of the pool's fits.</summary>
    public required DateOnly FittedThrough { get; init; }

    /// <summary>Gets the name of the router or forecaster that scored.</summary>
    public required string Router { get; init; }

    /// <summary>
    /// Gets the day's own scores by permtick, at least one, each in [0, 1]: P(up), or its mixture with the prior. A rule that averages over
    /// days averages these.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Scores { get; init; }

    /// <summary>Gets the entry's link of the chain, 64 lower-case hexadecimal digits; empty until it is in a journal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Throws unless the entry can be kept and read back.</summary>
    /// <exception cref="ArgumentException">A value is outside its range; the message says which.</exception>
    public void Validate()
    {
        if (Fault() is var (field, expected, found))
            throw new ArgumentException($"{field}: expected {expected}, found {found}.");
    }

    /// <summary>Returns the first value outside its range; null when all are inside.</summary>
    internal (string Field, string Expected, string Found)? Fault()
    {
        if (WrittenUtc.Kind != DateTimeKind.Utc)
            return ("written", "a time in UTC", $"one of kind {WrittenUtc.Kind}");
        if (!Enum.IsDefined(Origin))
            return ("origin", "backtest, live or predict", $"{Origin}");
        if (!JournalLine.IsHash(Pool))
            return ("pool", "64 lower-case hexadecimal digits", $"'{Pool}'");
        if (string.IsNullOrWhiteSpace(Router))
            return ("router", "a name", $"'{Router}'");
        if (Scores.Count == 0)
            return ("scores", "at least one", "none");
        var wrong = Scores.FirstOrDefault(score => string.IsNullOrWhiteSpace(score.Key) || score.Value is not (>= 0 and <= 1));
        return wrong.Key is null ? null : ("scores", "names with numbers in [0, 1]", $"{wrong.Value} of '{wrong.Key}'");
    }
}
