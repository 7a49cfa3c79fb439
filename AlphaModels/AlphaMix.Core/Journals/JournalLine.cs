using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AlphaMix.Core.Journals;

/// <summary>The bytes of an entry: one line of JSON that ends with its hash. The format is in <c>docs/journal.md</c>.</summary>
internal static class JournalLine
{
    public const int HashLength = 64;

    private const int Version = 1;
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly string[] Fields = ["journal", "day", "written", "origin", "pool", "fittedThrough", "router", "scores", "hash"];

    private static ReadOnlySpan<byte> BeforeHash => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> BehindHash => "\"}"u8;

    /// <summary>Gets the length of what ends a line and does not enter its hash.</summary>
    private static int TailLength => BeforeHash.Length + HashLength + BehindHash.Length;

    /// <summary>Returns the line of an entry, with its line break.</summary>
    /// <param name="entry">A valid entry; its hash is not read.</param>
    /// <param name="previous">The hash before.</param>
    /// <param name="hash">Receives the entry's hash.</param>
    public static byte[] Write(JournalEntry entry, string previous, out string hash)
    {
        // The object is closed behind the hash.
        var body = Body(entry).AsSpan()[..^1];
        hash = HashOf(previous, body);
        return [.. body, .. BeforeHash, .. Encoding.ASCII.GetBytes(hash), .. BehindHash, (byte)'\n'];
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line break.</param>
    /// <param name="previous">The hash before.</param>
    /// <param name="number">The line's number, for the break.</param>
    /// <param name="fault">Receives what is wrong; null when the line continues the chain.</param>
    /// <returns>The entry; null when something is wrong.</returns>
    public static JournalEntry? Read(ReadOnlyMemory<byte> line, string previous, int number, out JournalBreak? fault)
    {
        if (HashIn(line.Span) is not { } found)
        {
            fault = new JournalBreak(number, "line", "an entry that ends with its hash", Excerpt(line.Span));
            return null;
        }

        var expected = HashOf(previous, line.Span[..^TailLength]);
        if (found != expected)
        {
            fault = new JournalBreak(number, "hash", expected, found);
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var entry = Parse(json.RootElement, found);
            fault = entry.Fault() is var (field, range, value) ? new JournalBreak(number, field, range, value) : null;
            return fault is null ? entry : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            // The hash is right, so that it was written so: by another program, or a newer version of this one.
            fault = new JournalBreak(number, "line", "an entry of this version", wrong.Message.ReplaceLineEndings(" "));
            return null;
        }
    }

    /// <summary>Returns whether a text has the form of a hash.</summary>
    public static bool IsHash(string text) => text is { Length: HashLength } && text.All(char.IsAsciiHexDigitLower);

    private static byte[] Body(JournalEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("journal", Version);
            json.WriteString("day", entry.Day.ToString(DayFormat, CultureInfo.InvariantCulture));
            json.WriteString("written", entry.WrittenUtc.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("origin", Text(entry.Origin));
            json.WriteString("pool", entry.Pool);
            json.WriteString("fittedThrough", entry.FittedThrough.ToString(DayFormat, CultureInfo.InvariantCulture));
            json.WriteString("router", entry.Router);
            json.WriteStartObject("scores");
            foreach (var (instrument, score) in entry.Scores.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                json.WriteNumber(instrument, score);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static JournalEntry Parse(JsonElement json, string hash)
    {
        var names = json.EnumerateObject().Select(property => property.Name).ToArray();
        if (!names.SequenceEqual(Fields))
            throw new FormatException($"fields {string.Join(", ", names)}");
        if (json.GetProperty("journal").GetInt32() is not Version and var version)
            throw new FormatException($"version {version}");
        return new JournalEntry
        {
            Day = Day(json, "day"),
            WrittenUtc = DateTime.ParseExact(
                json.GetProperty("written").GetString()!, TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            Origin = Origin(json.GetProperty("origin").GetString()),
            Pool = json.GetProperty("pool").GetString()!,
            FittedThrough = Day(json, "fittedThrough"),
            Router = json.GetProperty("router").GetString()!,
            Scores = json.GetProperty("scores").EnumerateObject().ToDictionary(
                score => score.Name, score => score.Value.GetDouble(), StringComparer.Ordinal),
            Hash = hash
        };
    }

    private static DateOnly Day(JsonElement json, string name) =>
        DateOnly.ParseExact(json.GetProperty(name).GetString()!, DayFormat, CultureInfo.InvariantCulture);

    private static string Text(JournalOrigin origin) => origin switch
    {
        JournalOrigin.Backtest => "backtest",
        JournalOrigin.Live => "live",
        _ => "predict"
    };

    private static JournalOrigin Origin(string? text) => text switch
    {
        "backtest" => JournalOrigin.Backtest,
        "live" => JournalOrigin.Live,
        "predict" => JournalOrigin.Predict,
        _ => throw new FormatException($"origin '{text}'")
    };

    private static string HashOf(string previous, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(previous));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? HashIn(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TailLength || !line[^TailLength..].StartsWith(BeforeHash) || !line.EndsWith(BehindHash))
            return null;
        var hash = Encoding.Latin1.GetString(line[^(HashLength + BehindHash.Length)..^BehindHash.Length]);
        return IsHash(hash) ? hash : null;
    }

    private static string Excerpt(ReadOnlySpan<byte> line)
    {
        const int most = 40;
        var text = Encoding.UTF8.GetString(line);
        return text.Length <= most ? $"'{text}'" : $"'...{text[^most..]}'";
    }
}
