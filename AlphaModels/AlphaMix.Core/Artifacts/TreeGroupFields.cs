using System.Text.Json;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Artifacts;

/// <summary>Tree groups as format 4 spells them.</summary>
internal static class TreeGroupFields
{
    /// <summary>The manifest's field, and the start of the tensors' names.</summary>
    public const string Name = "treeGroups";

    private const int MostGroups = 4096;

    /// <summary>Writes a record into the object at hand.</summary>
    public static void Write(Utf8JsonWriter json, TreeGroupRecord record)
    {
        json.WriteString("growth", CamelCase.From(record.Growth));
        json.WriteNumber("rate", record.Rate);
        json.WriteNumber("maxDepth", record.MaxDepth);
        json.WriteNumber("trees", record.Trees);
        json.WriteNumber("nodes", record.Nodes);
        json.WriteNumber("start", record.Start);
        json.WriteNumber("trainingLoss", record.TrainingLoss);
        json.WriteNumber("validationLoss", record.ValidationLoss);
        json.WriteNumber("validationAccuracy", record.ValidationAccuracy);
        json.WriteNumber("validationProfit", record.ValidationProfit);
    }

    /// <summary>Reads the records; a missing list is empty.</summary>
    public static IReadOnlyList<TreeGroupRecord> Read(JsonFields fields)
    {
        if (!fields.Has(Name))
            return [];
        var value = fields[Name];
        var list = value.List(item => item.Object(Record));
        return list.Count > 0 ? list : throw value.Fault("at least one, or no such field");
    }

    /// <summary>Checks the records of a manifest.</summary>
    /// <exception cref="ArtifactException">A value is out of its range.</exception>
    public static void Check(PoolManifest manifest, JsonContext context)
    {
        var path = $"{ManifestReader.Name}.{Name}";
        if (manifest.TreeGroups.Count > MostGroups)
            throw context.Fault(path, $"{manifest.TreeGroups.Count}", $"at most {MostGroups}");
        for (var g = 0; g < manifest.TreeGroups.Count; g++)
        {
            foreach (var (field, value, holds, expected) in Rules(manifest.TreeGroups[g]))
            {
                if (!holds)
                    throw context.Fault($"{path}[{g}].{field}", FormattableString.Invariant($"{value}"), expected);
            }
        }
    }

    private static IEnumerable<(string Field, object Value, bool Holds, string Expected)> Rules(TreeGroupRecord record)
    {
        yield return ("growth", record.Growth, Enum.IsDefined(record.Growth), $"one of {CamelCase.All<TreeGrowth>()}");
        yield return ("rate", record.Rate, record.Rate is > 0 and <= 1, "a number in (0, 1]");
        yield return ("maxDepth", record.MaxDepth, record.MaxDepth >= 0, "at least 0");
        yield return ("trees", record.Trees, record.Trees >= 1, "at least 1");
        yield return ("nodes", record.Nodes, record.Nodes >= record.Trees && record.Nodes <= TreeTensors.MostNodes,
            $"{record.Trees} to {TreeTensors.MostNodes}");
        yield return ("start", record.Start, double.IsFinite(record.Start), "a finite number");
        yield return ("trainingLoss", record.TrainingLoss, IsLoss(record.TrainingLoss), "a number, not negative");
        yield return ("validationLoss", record.ValidationLoss, IsLoss(record.ValidationLoss), "a number, not negative");
        yield return ("validationAccuracy", record.ValidationAccuracy, record.ValidationAccuracy is >= 0 and <= 1, "a share in [0, 1]");
        yield return ("validationProfit", record.ValidationProfit, double.IsFinite(record.ValidationProfit), "a finite number");
    }

    private static bool IsLoss(double value) => double.IsFinite(value) && value >= 0;

    private static TreeGroupRecord Record(JsonFields fields) => new(
        fields["growth"].Choice<TreeGrowth>(),
        fields["rate"].Number(),
        fields["maxDepth"].Integer(),
        fields["trees"].Integer(),
        fields["nodes"].Integer(),
        fields["start"].Number(),
        fields["trainingLoss"].Number(),
        fields["validationLoss"].Number(),
        fields["validationAccuracy"].Number(),
        fields["validationProfit"].Number());
}
