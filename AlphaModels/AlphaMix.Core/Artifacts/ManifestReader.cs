using System.Text.Json;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// Reads what <see cref="ManifestWriter"/> wrote. Each field must be there; <see cref="ManifestRules"/> judges their values.
/// </summary>
internal static class ManifestReader
{
    /// <summary>The manifest's name in <c>__metadata__</c>, and the start of every path in messages.</summary>
    public const string Name = "alphamix";

    /// <summary>
    /// Reads the JSON text. Sets <see cref="JsonContext.SkipsUnknownFields"/> when the file's format is newer than this reader's.
    /// </summary>
    /// <param name="text">The manifest.</param>
    /// <param name="context">Whose manifest it is.</param>
    /// <param name="extensions">What the manifest's names stand for.</param>
    /// <param name="scaled">The instruments with moments of their own; null when the scaler has none.</param>
    /// <exception cref="ArtifactException">
    /// The format cannot be read, a field is missing, unknown, repeated or of another type, or a name is not known.
    /// </exception>
    public static PoolManifest Read(string text, JsonContext context, ExtensionSet extensions, out List<string>? scaled)
    {
        using var document = Parse(text, context);
        List<string>? instruments = null;
        var manifest = new JsonValue(document.RootElement, Name, context).Object(fields =>
        {
            var formatVersion = fields["formatVersion"].Integer();
            ArtifactVersion.Check(formatVersion, fields["oldestReader"].Integer(), context);
            context.SkipsUnknownFields = formatVersion > ArtifactVersion.Current;
            var read = Manifest(fields, formatVersion, extensions, out instruments);
            read = Portfolio(fields, formatVersion, read, context, extensions);
            if (formatVersion > 3)
                read = read with { TreeGroups = TreeGroupFields.Read(fields) };
            return formatVersion < 3 ? read : read with
            {
                Routers = ExtensionFields.Read<RouterFactory>(fields, ExtensionFields.Routers, context, extensions),
                Forecasters = ExtensionFields.Read<ForecasterFactory>(fields, ExtensionFields.Forecasters, context, extensions)
            };
        });
        scaled = instruments;
        return manifest;
    }

    private static JsonDocument Parse(string text, JsonContext context)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw context.Fault(Name, $"malformed JSON ({exception.Message})", "one JSON object");
        }
    }

    private static PoolManifest Manifest(JsonFields fields, int version, ExtensionSet extensions, out List<string>? scaled)
    {
        List<string>? instruments = null;
        var manifest = new PoolManifest
        {
            LibraryVersion = fields["libraryVersion"].Text(),
            Features = fields["features"].Object(own => Features(own, version, extensions)),
            Scaler = fields["scaler"].Object(scaler => Scaler(scaler, out instruments)),
            Normalization = fields["normalization"].Text(),
            Label = fields["label"].Object(own => LabelFields.Read(own, version)),
            Universe = fields["universe"].List(item => item.Text()),
            TrainedFrom = fields["trainedFrom"].Date(),
            TrainedTo = fields["trainedTo"].Date(),
            ValidatedFrom = fields["validatedFrom"].Date(),
            ValidatedTo = fields["validatedTo"].Date(),
            FittedThrough = fields["fittedThrough"].Date(),
            BarsFingerprint = fields["barsFingerprint"].Text(),
            Seed = fields["seed"].LongInteger(),
            TopK = fields["topK"].Integer(),
            Groups = fields["groups"].List(item => item.Object(Group)),
            AsNeeded = fields["asNeeded"].ObjectOrNull(AsNeeded),
            Selection = fields["selection"].ObjectOrNull(Selection),
            Soup = fields["soup"].ObjectOrNull(Soup),
            ValidationUses = fields["validationUses"].Object(ValidationUses)
        };
        scaled = instruments;
        return manifest;
    }

    private static FeatureSpec Features(JsonFields fields, int version, ExtensionSet extensions) => new()
    {
        Resolution = fields["resolution"].Choice<BarResolution>(),
        Window = fields["window"].Integer(),
        Features = fields["features"].List(item => item.Object(own => FeatureFields.Read(own, item, version, extensions)))
    };

    private static ScalerKind Scaler(JsonFields fields, out List<string>? instruments)
    {
        var kind = fields["kind"].Choice<ScalerKind>();
        var value = fields["instruments"];
        instruments = kind == ScalerKind.PerInstrument ? value.List(item => item.Text())
            : value.IsNull ? null
            : throw value.Fault($"null for a {CamelCase.From(kind)} scaler");
        return kind;
    }

    private static GroupRecord Group(JsonFields fields) => new(
        fields["ordinal"].Integer(),
        fields["initialisation"].Integer(),
        fields["shape"].Object(Shape),
        fields["batchSize"].Integer(),
        fields["learningRate"].Number(),
        fields["epoch"].Integer(),
        fields["trainingLoss"].Number(),
        fields["validationLoss"].Number(),
        fields["validationAccuracy"].Number(),
        fields["validationProfit"].Number());

    private static GroupShape Shape(JsonFields fields) => new(
        fields["inputSize"].Integer(),
        fields["hiddenSize"].Integer(),
        fields["experts"].Integer(),
        fields["hiddenLayers"].Integer(),
        fields["ensembleHead"].Flag());

    private static AsNeededRecord AsNeeded(JsonFields fields) => new(
        fields["groups"].List(item => item.Integer()),
        fields["target"].Choice<AsNeededTarget>(),
        fields["omega"].List(item => item.Number()),
        fields["onRates"].List(item => item.Number()));

    private static SelectionRecord Selection(JsonFields fields) => new(
        fields["groups"].List(item => item.Integer()),
        fields["mixtureWeights"].List(item => item.SingleNumber()));

    private static SoupRecord Soup(JsonFields fields) => new(
        fields["ingredients"].List(item => item.Integer()),
        fields["candidates"].Integer());

    /// <summary>Reads rule and score: format 1 has neither field, format 2 the rank buffer's, format 3 any rule by name.</summary>
    private static PoolManifest Portfolio(JsonFields fields, int version, PoolManifest read, JsonContext context, ExtensionSet extensions)
    {
        if (version > 2 && fields.Has("portfolioRule"))
        {
            var prior = fields["priorWeight"];
            var rule = fields["portfolioRule"].Object(
                own => NamedFields.Read<PortfolioRuleFactory>(own, context, $"{Name}.portfolioRule", extensions));
            return read with
            {
                Rule = rule.Create((factory, parameters) => factory(parameters)),
                PriorWeight = prior.IsNull ? null : prior.Number()
            };
        }

        if (version > 1 && fields.Has("tradingRule") && fields["tradingRule"].ObjectOrNull(TradingRuleFields.Read) is { } buffer)
            return read with { Rule = buffer.Rule, PriorWeight = buffer.PriorWeight };
        return read;
    }

    private static SortedDictionary<string, int> ValidationUses(JsonFields fields) => new(
        fields.Names.ToDictionary(purpose => purpose, purpose => fields[purpose].Integer()), StringComparer.Ordinal);
}
