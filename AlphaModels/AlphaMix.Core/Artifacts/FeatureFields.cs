using System.Text.Json;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// One feature of the manifest. Functions of this library are a name in every format; format 3 has any function, by name and parameters.
/// </summary>
internal static class FeatureFields
{
    /// <summary>Returns whether formats 1 and 2 have the feature's function.</summary>
    public static bool IsBuiltIn(Feature feature) => FeatureFunctions.Find(feature.Function.Name) == feature.Function;

    /// <summary>Writes the fields.</summary>
    public static void Write(Utf8JsonWriter json, Feature feature)
    {
        json.WriteString("name", feature.Name);
        json.WriteString("kind", feature.Function.Name);
        json.WriteNumber("lookback", feature.Lookback);
        json.WriteString("source", CamelCase.From(feature.Source));
        if (!IsBuiltIn(feature))
            NamedFields.WriteParameters(json, feature.Function.Parameters);
    }

    /// <summary>Reads the fields.</summary>
    /// <exception cref="ArtifactException">A field is missing or wrong, or the function is not known.</exception>
    public static Feature Read(JsonFields fields, JsonValue item, int version, ExtensionSet extensions)
    {
        var name = fields["name"].Text();
        var kind = fields["kind"];
        var lookback = fields["lookback"].Integer();
        var source = fields["source"].Choice<PriceSource>();
        var function = FeatureFunctions.Find(kind.Text());
        if (function is null && version < 3)
            throw kind.Fault($"one of {string.Join(", ", FeatureFunctions.All.Select(known => known.Name))}");
        function ??= NamedFields.Read<FeatureFunctionFactory>(fields, kind, item.Context, item.Path, extensions)
            .Create((factory, parameters) => factory(parameters));
        return new Feature(name, function, lookback, source);
    }
}
