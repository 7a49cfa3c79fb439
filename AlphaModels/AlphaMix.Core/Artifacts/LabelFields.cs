using System.Text.Json;
using AlphaMix.Core.Pools;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// The label of the manifest. Labels of this library are a name and a horizon in every format; format 3 has any label, with what a reader
/// needs of it, so that a reader does not have to know the name.
/// </summary>
internal static class LabelFields
{
    /// <summary>Writes the fields.</summary>
    public static void Write(Utf8JsonWriter json, LabelSpec label)
    {
        json.WriteString("kind", label.Name);
        json.WriteNumber("horizon", label.Horizon);
        if (label.IsBuiltIn)
            return;
        json.WriteBoolean("beginsAtOpen", label.BeginsAtOpen);
        json.WriteNumber("reach", label.Reach);
        NamedFields.WriteParameters(json, label.Parameters);
    }

    /// <summary>Reads the fields.</summary>
    /// <exception cref="ArtifactException">A field is missing or wrong, or formats 1 and 2 do not have the label.</exception>
    public static LabelSpec Read(JsonFields fields, int version)
    {
        var kind = fields["kind"];
        var horizon = fields["horizon"].Integer();
        if (LabelSpec.Find(kind.Text(), horizon) is { } known)
            return known;
        return version < 3
            ? throw kind.Fault($"one of {LabelSpec.CloseToCloseName}, {LabelSpec.OpenToOpenName}, {LabelSpec.BeatsMedianName}")
            : new LabelSpec(kind.Text(), horizon, fields["beginsAtOpen"].Flag(), fields["reach"].Integer())
            {
                Parameters = fields["parameters"].Object(NamedFields.Values)
            };
    }
}
