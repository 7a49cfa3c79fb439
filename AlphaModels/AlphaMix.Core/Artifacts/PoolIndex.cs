using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AlphaMix.Core.Pools;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// The list of dated pools that <c>train --walk-forward</c> leaves beside them: which pool may trade from which day. Immutable.
/// </summary>
public sealed class PoolIndex
{
    /// <summary>Name of the file, <c>index.json</c>; it lies in the folder that its keys are relative to.</summary>
    public const string FileName = "index.json";

    private const int Version = 1;
    private const int MostEntries = 10_000;

    /// <summary>Initializes a new instance of the <see cref="PoolIndex"/> class.</summary>
    /// <param name="entries">1 to 10,000 entries, days ascending.</param>
    /// <exception cref="ArtifactException">
    /// No entry or too many, days that do not ascend, a pool that may trade on days that entered its fit, or a key that LEAN's ObjectStore
    /// would not take.
    /// </exception>
    public PoolIndex(IEnumerable<PoolIndexEntry> entries)
        : this(entries, FileName)
    {
    }

    private PoolIndex(IEnumerable<PoolIndexEntry> entries, string name)
    {
        Entries = [.. entries];
        if (Entries.Count is 0 or > MostEntries)
            throw new ArtifactException(name, "pools", $"{Entries.Count}", $"1 to {MostEntries}");
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            if (i > 0 && entry.From <= Entries[i - 1].From)
                throw new ArtifactException(name, $"pools[{i}].from", Text(entry.From), $"a day after {Text(Entries[i - 1].From)}");
            if (entry.FittedThrough >= entry.From)
                throw new ArtifactException(
                    name, $"pools[{i}].fittedThrough", Text(entry.FittedThrough), $"a day before {Text(entry.From)}, the first it trades");
            if (!IsKey(entry.Key))
                throw new ArtifactException(
                    name, $"pools[{i}].key", entry.Key, "a relative path with one dot, as LEAN's ObjectStore takes");
        }
    }

    /// <summary>Gets the entries, days ascending.</summary>
    public IReadOnlyList<PoolIndexEntry> Entries { get; }

    /// <summary>Formats a day as keys and the file have it, <c>yyyy-MM-dd</c>.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads an index. Every field is checked; the pools that it names are not read.</summary>
    /// <param name="bytes">The whole file, JSON in UTF-8.</param>
    /// <param name="name">The index's name in messages, such as its key.</param>
    /// <exception cref="ArtifactException">
    /// The bytes are not an index of a known version, a field is missing, unknown or wrong, or the entries contradict each other.
    /// </exception>
    public static PoolIndex Read(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new JsonValue(document.RootElement, "index", new JsonContext(name)).Object(fields =>
            {
                var version = fields["formatVersion"];
                if (version.Integer() != Version)
                    throw version.Fault($"{Version}");
                return new PoolIndex(fields["pools"].List(item => item.Object(Entry)), name);
            });
        }
        catch (JsonException exception)
        {
            throw new ArtifactException(name, "index", $"malformed JSON ({exception.Message})", "one JSON object");
        }
    }

    /// <summary>Serialises the index as indented JSON in UTF-8; equal entries become equal bytes.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", Version);
            json.WriteStartArray("pools");
            foreach (var entry in Entries)
            {
                json.WriteStartObject();
                json.WriteString("from", Text(entry.From));
                json.WriteString("fittedThrough", Text(entry.FittedThrough));
                json.WriteString("key", entry.Key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static PoolIndexEntry Entry(JsonFields fields) =>
        new(fields["from"].Date(), fields["fittedThrough"].Date(), fields["key"].Text());

    private static bool IsKey(string key) =>
        key.Length > 0 && key[0] != '/' && !key.Contains("..", StringComparison.Ordinal) && key.Count(character => character == '.') == 1
        && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '-' or '_');
}
