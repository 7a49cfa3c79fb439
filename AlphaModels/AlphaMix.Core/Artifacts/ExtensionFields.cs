using System.Text.Json;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// Routers and forecasters from outside the library, as format 3 spells them: name, parameters, version, and the tensors' names and shapes.
/// </summary>
internal static class ExtensionFields
{
    /// <summary>The manifest's field of routers, and the start of their tensors' names.</summary>
    public const string Routers = "routers";

    /// <summary>The manifest's field of forecasters, and the start of their tensors' names.</summary>
    public const string Forecasters = "forecasters";

    private const int MostExtensions = 256;
    private const int MostTensors = 1024;

    /// <summary>Writes a record into the object at hand.</summary>
    public static void Write(Utf8JsonWriter json, ExtensionRecord record)
    {
        NamedFields.Write(json, record.Name, record.Parameters);
        json.WriteNumber("version", record.Version);
        json.WriteStartArray("tensors");
        foreach (var tensor in record.Tensors)
        {
            json.WriteStartObject();
            json.WriteString("name", tensor.Name);
            json.WriteStartArray("shape");
            foreach (var size in tensor.Shape)
                json.WriteNumberValue(size);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a list of records; a missing one is empty.</summary>
    /// <typeparam name="TSeam">The seam that must know the names.</typeparam>
    /// <exception cref="ArtifactException">A name is not known, or a field is missing, unknown, repeated or of another type.</exception>
    public static IReadOnlyList<ExtensionRecord> Read<TSeam>(JsonFields fields, string list, JsonContext context, ExtensionSet extensions)
        where TSeam : class
    {
        if (!fields.Has(list))
            return [];
        var value = fields[list];
        var records = value.List(item => item.Object(own =>
        {
            var named = NamedFields.Read<TSeam>(own, context, item.Path, extensions);
            return new ExtensionRecord(
                named.Name, own["version"].Integer(), named.Parameters, own["tensors"].List(tensor => tensor.Object(Shape)));
        }));
        return records.Count > 0 ? records : throw value.Fault("at least one, or no such field");
    }

    /// <summary>Checks the records of a manifest.</summary>
    /// <exception cref="ArtifactException">A value is out of its range, or a name is used twice.</exception>
    public static void Check(PoolManifest manifest, JsonContext context)
    {
        var names = new HashSet<string>(RouterNames.Paper, StringComparer.Ordinal);
        foreach (var (list, records) in new[] { (Routers, manifest.Routers), (Forecasters, manifest.Forecasters) })
        {
            var path = $"{ManifestReader.Name}.{list}";
            if (records.Count > MostExtensions)
                throw context.Fault(path, $"{records.Count}", $"at most {MostExtensions}");
            for (var i = 0; i < records.Count; i++)
            {
                if (!names.Add(records[i].Name))
                    throw context.Fault($"{path}[{i}].name", records[i].Name, "a name that no other router or forecaster has");
                Check($"{path}[{i}]", records[i], context);
            }
        }
    }

    private static void Check(string path, ExtensionRecord record, JsonContext context)
    {
        if (record.Version < 1)
            throw context.Fault($"{path}.version", $"{record.Version}", "at least 1");
        if (record.Tensors.Count > MostTensors)
            throw context.Fault($"{path}.tensors", $"{record.Tensors.Count}", $"at most {MostTensors}");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < record.Tensors.Count; t++)
        {
            var (name, shape) = record.Tensors[t];
            if (!Tensor.IsName(name) || !names.Add(name))
                throw context.Fault(
                    $"{path}.tensors[{t}].name", name, "a letter and at most 63 letters, digits, '_' or '-', each name once");
            if (shape.Count > Tensor.MaxRank || shape.Any(size => size < 0))
                throw context.Fault($"{path}.tensors[{t}].shape", Tensor.Text(shape), $"at most {Tensor.MaxRank} sizes, none negative");
        }
    }

    private static TensorShape Shape(JsonFields fields) => new(fields["name"].Text(), fields["shape"].List(item => item.Integer()));
}
