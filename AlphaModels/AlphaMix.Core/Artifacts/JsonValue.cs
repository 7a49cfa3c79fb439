using System.Globalization;
using System.Text.Json;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// One value of the header or the manifest with its path. Each method gives the value as one type, or throws
/// <see cref="ArtifactException"/>.
/// </summary>
internal readonly record struct JsonValue(JsonElement Element, string Path, JsonContext Context)
{
    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public int Integer() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var value) ? value : throw Fault("an integer of 32 bits");

    public long LongInteger() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out var value) ? value : throw Fault("an integer of 64 bits");

    public double Number() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var value) ? value : throw Fault("a number");

    public float SingleNumber() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetSingle(out var value) ? value : throw Fault("a number");

    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault("true or false")
    };

    public string Text()
    {
        if (Element.ValueKind != JsonValueKind.String)
            throw Fault("a string");
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, as in "\ud800".
            throw Fault("a string of valid Unicode");
        }
    }

    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fault("a date yyyy-MM-dd");

    public T Choice<T>()
        where T : struct, Enum =>
        CamelCase.TryParse<T>(Text(), out var value) ? value : throw Fault($"one of {CamelCase.All<T>()}");

    public List<T> List<T>(Func<JsonValue, T> read)
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Fault("an array");
        var values = new List<T>(Element.GetArrayLength());
        foreach (var item in Element.EnumerateArray())
            values.Add(read(this with { Element = item, Path = $"{Path}[{values.Count}]" }));
        return values;
    }

    public T Object<T>(Func<JsonFields, T> read)
    {
        var fields = Fields();
        var value = read(fields);
        fields.RequireAllTaken();
        return value;
    }

    public T? ObjectOrNull<T>(Func<JsonFields, T> read)
        where T : class => IsNull ? null : Object(read);

    public JsonFields Fields() =>
        Element.ValueKind == JsonValueKind.Object ? new JsonFields(this) : throw Fault("an object");

    public ArtifactException Fault(string expected) => Context.Fault(Path, Element.GetRawText(), expected);
}
