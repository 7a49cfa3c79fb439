using System.Text.Json;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// The fields of one JSON object. A missing, repeated or unknown one is an <see cref="ArtifactException"/> that names it.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private readonly JsonValue _owner;

    public JsonFields(JsonValue owner)
    {
        _owner = owner;
        foreach (var property in owner.Element.EnumerateObject())
        {
            var name = NameOf(property);
            Names.Add(name);
            if (!_left.TryAdd(name, property.Value))
                throw owner.Context.Fault(PathOf(name), "it twice", "it once");
        }
    }

    /// <summary>Gets the names of all fields, in the order of the file.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Takes a field.</summary>
    public JsonValue this[string name] =>
        _left.Remove(name, out var element)
            ? new JsonValue(element, PathOf(name), _owner.Context)
            : throw _owner.Context.Fault(PathOf(name), "nothing", "this field");

    public bool Has(string name) => _left.ContainsKey(name);

    /// <summary>Throws when a field was not taken, unless the file's format is newer than this reader's.</summary>
    public void RequireAllTaken()
    {
        if (_left.Count > 0 && !_owner.Context.SkipsUnknownFields)
            throw _owner.Context.Fault(
                PathOf(Names.First(_left.ContainsKey)), "a field this format does not have", "only the fields of its version");
    }

    private string PathOf(string name) => _owner.Path.Length == 0 ? name : $"{_owner.Path}.{name}";

    private string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw _owner.Context.Fault(_owner.Path, "a field whose name is not valid Unicode", "valid Unicode");
        }
    }
}
