using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Artifacts;

/// <summary>Writes a manifest as JSON, fields in one order. What is written here is read by <see cref="ManifestReader"/>.</summary>
internal sealed class ManifestWriter
{
    private readonly Utf8JsonWriter _json;

    private ManifestWriter(Utf8JsonWriter json)
    {
        _json = json;
    }

    /// <summary>Returns the JSON text.</summary>
    /// <param name="manifest">A manifest that keeps <see cref="ManifestRules"/>.</param>
    /// <param name="scaled">The instruments of a <see cref="PerInstrumentScaler"/> in the order of its tensors; null for other
    /// scalers.</param>
    public static string ToJson(PoolManifest manifest, IReadOnlyList<string>? scaled)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, TensorFileWriter.JsonOptions))
            new ManifestWriter(json).Manifest(manifest, scaled);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Manifest(PoolManifest manifest, IReadOnlyList<string>? scaled)
    {
        _json.WriteStartObject();
        var version = ArtifactVersion.Needed(manifest);
        _json.WriteNumber("formatVersion", version);
        _json.WriteNumber("oldestReader", version);
        _json.WriteString("libraryVersion", manifest.LibraryVersion);
        Object("features", manifest.Features, Features);
        Object("scaler", manifest.Scaler, kind => Scaler(kind, scaled));
        _json.WriteString("normalization", manifest.Normalization);
        Object("label", manifest.Label, label => LabelFields.Write(_json, label));
        Array("universe", manifest.Universe, _json.WriteStringValue);
        Date("trainedFrom", manifest.TrainedFrom);
        Date("trainedTo", manifest.TrainedTo);
        Date("validatedFrom", manifest.ValidatedFrom);
        Date("validatedTo", manifest.ValidatedTo);
        Date("fittedThrough", manifest.FittedThrough);
        _json.WriteString("barsFingerprint", manifest.BarsFingerprint);
        _json.WriteNumber("seed", manifest.Seed);
        _json.WriteNumber("topK", manifest.TopK);
        Array("groups", manifest.Groups, group => Object(null, group, Group));
        Object("asNeeded", manifest.AsNeeded, AsNeeded);
        Object("selection", manifest.Selection, Selection);
        Object("soup", manifest.Soup, Soup);
        Object("validationUses", manifest.ValidationUses, ValidationUses);
        if (version == 2 || (version > 2 && manifest.Rule is RankBuffer && TradingRuleFields.CanHold(manifest)))
            Object("tradingRule", manifest.Rule as RankBuffer, rule => TradingRuleFields.Write(_json, rule, manifest.PriorWeight!.Value));
        else if (version > 2)
            Portfolio(manifest);
        Extensions(ExtensionFields.Routers, manifest.Routers);
        Extensions(ExtensionFields.Forecasters, manifest.Forecasters);
        if (manifest.TreeGroups.Count > 0)
            Array(TreeGroupFields.Name, manifest.TreeGroups, group => Object(null, group, own => TreeGroupFields.Write(_json, own)));
        _json.WriteEndObject();
    }

    private void Features(FeatureSpec spec)
    {
        Choice("resolution", spec.Resolution);
        _json.WriteNumber("window", spec.Window);
        Array("features", spec.Features, feature => Object(null, feature, own => FeatureFields.Write(_json, own)));
    }

    private void Scaler(ScalerKind kind, IReadOnlyList<string>? scaled)
    {
        Choice("kind", kind);
        if (scaled is null)
            _json.WriteNull("instruments");
        else
            Array("instruments", scaled, _json.WriteStringValue);
    }

    private void Group(GroupRecord group)
    {
        _json.WriteNumber("ordinal", group.Ordinal);
        _json.WriteNumber("initialisation", group.Initialisation);
        Object("shape", group.Shape, Shape);
        _json.WriteNumber("batchSize", group.BatchSize);
        _json.WriteNumber("learningRate", group.LearningRate);
        _json.WriteNumber("epoch", group.Epoch);
        _json.WriteNumber("trainingLoss", group.TrainingLoss);
        _json.WriteNumber("validationLoss", group.ValidationLoss);
        _json.WriteNumber("validationAccuracy", group.ValidationAccuracy);
        _json.WriteNumber("validationProfit", group.ValidationProfit);
    }

    private void Shape(GroupShape shape)
    {
        _json.WriteNumber("inputSize", shape.InputSize);
        _json.WriteNumber("hiddenSize", shape.HiddenSize);
        _json.WriteNumber("experts", shape.Experts);
        _json.WriteNumber("hiddenLayers", shape.HiddenLayers);
        _json.WriteBoolean("ensembleHead", shape.EnsembleHead);
    }

    private void AsNeeded(AsNeededRecord record)
    {
        Array("groups", record.Groups, _json.WriteNumberValue);
        Choice("target", record.Target);
        Array("omega", record.Omega, _json.WriteNumberValue);
        Array("onRates", record.OnRates, _json.WriteNumberValue);
    }

    private void Selection(SelectionRecord record)
    {
        Array("groups", record.Groups, _json.WriteNumberValue);
        Array("mixtureWeights", record.MixtureWeights, _json.WriteNumberValue);
    }

    private void Soup(SoupRecord record)
    {
        Array("ingredients", record.Ingredients, _json.WriteNumberValue);
        _json.WriteNumber("candidates", record.Candidates);
    }

    private void Portfolio(PoolManifest manifest)
    {
        if (manifest.PriorWeight is { } priorWeight)
            _json.WriteNumber("priorWeight", priorWeight);
        else
            _json.WriteNull("priorWeight");
        Object("portfolioRule", manifest.Rule, rule => NamedFields.Write(_json, rule.Name, rule.Parameters));
    }

    private void Extensions(string name, IReadOnlyList<ExtensionRecord> records)
    {
        if (records.Count > 0)
            Array(name, records, record => Object(null, record, one => ExtensionFields.Write(_json, one)));
    }

    /// <summary>Purposes in ordinal order: a dictionary has none of its own.</summary>
    private void ValidationUses(IReadOnlyDictionary<string, int> uses)
    {
        foreach (var (purpose, count) in uses.OrderBy(use => use.Key, StringComparer.Ordinal))
            _json.WriteNumber(purpose, count);
    }

    private void Object<T>(string? name, T? value, Action<T> write)
    {
        if (name is not null)
            _json.WritePropertyName(name);
        if (value is null)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartObject();
        write(value);
        _json.WriteEndObject();
    }

    private void Array<T>(string name, IReadOnlyList<T> values, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
            write(value);
        _json.WriteEndArray();
    }

    private void Choice<T>(string name, T value)
        where T : struct, Enum => _json.WriteString(name, CamelCase.From(value));

    private void Date(string name, DateOnly date) =>
        _json.WriteString(name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
