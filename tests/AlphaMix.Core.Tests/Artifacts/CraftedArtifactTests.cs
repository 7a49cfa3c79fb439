using System.Text.Json.Nodes;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Artifacts with a right checksum and wrong contents: each check behind the checksum is reached.</summary>
public sealed class CraftedArtifactTests
{
    private static readonly byte[] Full = PoolArtifact.ToBytes(SamplePools.Full(ScalerKind.PerInstrument));

    /// <summary>Paths of all fields of the manifest, such as <c>groups[0].epoch</c>; purposes of validation uses are data, not fields.</summary>
    private static IEnumerable<string> Fields() => FieldsOf(new CraftedArtifact(Full).Manifest, "").Where(path => !path.StartsWith("validationUses."));

    private static IEnumerable<string> FieldsButFormatVersion() => Fields().Where(path => path != "formatVersion");

    /// <summary>Paths of all objects of the manifest whose fields are fixed.</summary>
    private static IEnumerable<string> Objects() => Fields()
        .Select(path => path.Contains('.') ? path[..path.LastIndexOf('.')] : "")
        .Distinct();

    [Test]
    public void ToBytes_OfAnUnchangedArtifact_IsRead()
    {
        Assert.That(() => PoolArtifact.Read(new CraftedArtifact(Full).ToBytes(), "pool"), Throws.Nothing);
    }

    [TestCaseSource(nameof(Fields))]
    public void Read_WithoutAField_NamesIt(string path)
    {
        var crafted = new CraftedArtifact(Full);
        var (owner, name) = Find(crafted.Manifest, path);
        owner.Remove(name);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo($"pool: alphamix.{path}: found nothing, expected this field."));
    }

    [TestCaseSource(nameof(Fields))]
    public void Read_WithAFieldOfAnotherType_NamesIt(string path)
    {
        var crafted = new CraftedArtifact(Full);
        var (owner, name) = Find(crafted.Manifest, path);
        owner[name] = owner[name] is JsonObject ? 1 : new JsonObject();

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo($"alphamix.{path}"));
    }

    [TestCaseSource(nameof(Objects))]
    public void Read_WithAFieldMore_NamesIt(string path)
    {
        var crafted = new CraftedArtifact(Full);
        var field = path.Length == 0 ? "more" : $"{path}.more";
        Find(crafted.Manifest, field).Owner["more"] = 1;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"pool: alphamix.{field}: found a field this format does not have, expected only the fields of its version."));
    }

    [TestCaseSource(nameof(Objects))]
    public void Read_OfANewerFormatThatThisReaderUnderstands_SkipsAFieldMore(string path)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["formatVersion"] = ArtifactVersion.Current + 1;
        Find(crafted.Manifest, path.Length == 0 ? "more" : $"{path}.more").Owner["more"] = 1;

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.Nothing);
    }

    [Test]
    public void Read_OfANewerFormatThatThisReaderUnderstands_SkipsTensorsAndMetadataMore()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["formatVersion"] = ArtifactVersion.Current + 1;
        crafted.Metadata["more"] = "text";
        AddTensor(crafted);

        Assert.That(() => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.Nothing);
    }

    [TestCaseSource(nameof(FieldsButFormatVersion))]
    public void Read_OfANewerFormatWithoutAField_NamesIt(string path)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["formatVersion"] = ArtifactVersion.Current + 1;
        var (owner, name) = Find(crafted.Manifest, path);
        owner.Remove(name);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo($"alphamix.{path}"));
    }

    [TestCase(5, 5,
        "pool: alphamix.oldestReader: found 5 (the file has format 5), expected at most 4, the newest format this library reads. " +
        "Update AlphaMix.Lean to a version that reads format 5, or train the pool again with this one.")]
    [TestCase(6, 5,
        "pool: alphamix.oldestReader: found 5 (the file has format 6), expected at most 4, the newest format this library reads. " +
        "Update AlphaMix.Lean to a version that reads format 5, or train the pool again with this one.")]
    [TestCase(1, 2, "pool: alphamix.oldestReader: found 2, expected 1 to 1, the file's formatVersion.")]
    [TestCase(1, 0, "pool: alphamix.oldestReader: found 0, expected 1 to 1, the file's formatVersion.")]
    [TestCase(0, 0, "pool: alphamix.formatVersion: found 0, expected at least 1. This library no longer reads so old a file: train the pool again.")]
    public void Read_OfAFormatItCannotRead_SaysBothVersionsAndWhatToDo(int formatVersion, int oldestReader, string message)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["formatVersion"] = formatVersion;
        crafted.Manifest["oldestReader"] = oldestReader;
        // The versions come first: what a newer format did to other fields is not judged.
        crafted.Manifest.Remove("groups");
        crafted.Manifest["more"] = 1;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"), Throws.TypeOf<ArtifactException>().With.Message.EqualTo(message));
    }

    [Test]
    public void Read_WithATensorMore_NamesIt()
    {
        var crafted = new CraftedArtifact(Full);
        AddTensor(crafted);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: more: found a tensor of shape (1), expected only the tensors the manifest calls for."));
    }

    [Test]
    public void Read_WithMetadataMore_NamesIt()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Metadata["more"] = "text";

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: __metadata__.more: found a field this format does not have, expected only bytes, sha256 and alphamix."));
    }

    private static IEnumerable<string> Tensors() => new CraftedArtifact(Full).Header.Select(field => field.Key).Where(name => name != "__metadata__");

    [TestCaseSource(nameof(Tensors))]
    public void Read_WithATensorOfAnotherName_SaysWhichIsMissing(string name)
    {
        var crafted = new CraftedArtifact(Full);
        var tensor = crafted.Header[name]!.DeepClone();
        crafted.Header.Remove(name);
        crafted.Header["other"] = tensor;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"pool: {name}: found no such tensor, expected one of shape ({string.Join(", ", tensor["shape"]!.AsArray())})."));
    }

    [TestCaseSource(nameof(Tensors))]
    public void Read_WithATensorOfAnotherShape_SaysBoth(string name)
    {
        var crafted = new CraftedArtifact(Full);
        var shape = crafted.Header[name]!["shape"]!.AsArray();
        var before = string.Join(", ", shape);
        shape.Add(1);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo($"pool: {name}: found shape ({before}, 1), expected ({before})."));
    }

    [Test]
    public void Read_WithANegativeDeviation_SaysSo()
    {
        var crafted = new CraftedArtifact(Full);
        var begin = (int)crafted.Header["scaler.deviation"]!["data_offsets"]![0]!;
        crafted.Data[begin + 3] ^= 0x80;

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("scaler.deviation"));
    }

    [TestCase("libraryVersion", "\" \"", "alphamix.libraryVersion: found \" \", expected text.")]
    [TestCase("features.window", "0", "alphamix.features.window: found 0, expected 1 to 65536.")]
    [TestCase("features.window", "3", "alphamix.groups[0].shape.inputSize: found 4, expected 6, 3 rows of 2 features.")]
    [TestCase("features.resolution", "\"Daily\"", "alphamix.features.resolution: found \"Daily\", expected one of daily, hour.")]
    [TestCase("features.features", "[]", "alphamix.features.features.length: found 0, expected 1 to 1024.")]
    [TestCase("features.features[1].name", "\"zopen\"", "alphamix.features.features[0].name: found zopen, expected a name of its own.")]
    [TestCase("features.features[1].lookback", "1", "alphamix.features.features[1].lookback: found 1, expected 2 to 65536.")]
    [TestCase("features.features[1].lookback", "2147483647", "alphamix.features.features[1].lookback: found 2147483647, expected 2 to 65536.")]
    [TestCase("features.features[1].lookback", "2147483648", "alphamix.features.features[1].lookback: found 2147483648, expected an integer of 32 bits.")]
    [TestCase("features.features[1].source", "\"raw\"", "alphamix.features.features[1].source: found \"raw\", expected one of adjusted, splitAdjusted.")]
    [TestCase("scaler.kind", "\"pooled\"", "alphamix.scaler.instruments: found [\"AAPL\",\"SPY\"], expected null for a pooled scaler.")]
    [TestCase("scaler.instruments", "[]", "alphamix.scaler.instruments: found none, expected at least one instrument.")]
    [TestCase("scaler.instruments", "[\"SPY\",\"AAPL\"]", "alphamix.scaler.instruments[1]: found AAPL, expected a name behind SPY in ordinal order.")]
    [TestCase("scaler.instruments", "[\"AAPL\"]", "scaler.mean: found shape (2, 2), expected (1, 2).")]
    [TestCase("normalization", "\"\"", "alphamix.normalization: found \"\", expected text.")]
    [TestCase("label.horizon", "0", "alphamix.label.horizon: found 0, expected 1 to 65536.")]
    [TestCase("universe", "[]", "alphamix.universe: found none, expected at least one instrument.")]
    [TestCase("universe", "[\"SPY\",\"SPY\"]", "alphamix.universe[1]: found SPY, expected a name behind SPY in ordinal order.")]
    [TestCase("universe", "[\"\"]", "alphamix.universe[0]: found \"\", expected text.")]
    [TestCase("trainedFrom", "\"2014-01-01\"", "alphamix.trainedTo: found 2013-12-31, expected trainedFrom, 2014-01-01, or later.")]
    [TestCase("trainedTo", "\"2014-01-08\"", "alphamix.validatedFrom: found 2014-01-08, expected a date after trainedTo, 2014-01-08.")]
    [TestCase("validatedTo", "\"2014-01-07\"", "alphamix.validatedTo: found 2014-01-07, expected validatedFrom, 2014-01-08, or later.")]
    [TestCase("fittedThrough", "\"2014-12-29\"", "alphamix.fittedThrough: found 2014-12-29, expected validatedTo, 2014-12-30, or later.")]
    [TestCase("fittedThrough", "\"2015-02-29\"", "alphamix.fittedThrough: found \"2015-02-29\", expected a date yyyy-MM-dd.")]
    [TestCase("fittedThrough", "\"2015-1-6\"", "alphamix.fittedThrough: found \"2015-1-6\", expected a date yyyy-MM-dd.")]
    [TestCase("barsFingerprint", "\"ABC\"", "alphamix.barsFingerprint: found ABC, expected 64 lower-case hexadecimal digits.")]
    [TestCase("seed", "9223372036854775808", "alphamix.seed: found 9223372036854775808, expected an integer of 64 bits.")]
    [TestCase("topK", "0", "alphamix.topK: found 0, expected at least 1.")]
    [TestCase("groups", "[]", "alphamix.groups.length: found 0, expected 1 to 4096.")]
    [TestCase("groups[1].ordinal", "-1", "alphamix.groups[1].ordinal: found -1, expected at least 0.")]
    [TestCase("groups[1].initialisation", "-1", "alphamix.groups[1].initialisation: found -1, expected at least 0.")]
    [TestCase("groups[1].batchSize", "0", "alphamix.groups[1].batchSize: found 0, expected at least 1.")]
    [TestCase("groups[1].learningRate", "0", "alphamix.groups[1].learningRate: found 0, expected a positive number.")]
    [TestCase("groups[1].learningRate", "1e999", "alphamix.groups[1].learningRate: found Infinity, expected a positive number.")]
    [TestCase("groups[1].epoch", "0", "alphamix.groups[1].epoch: found 0, expected at least 1.")]
    [TestCase("groups[1].trainingLoss", "-0.1", "alphamix.groups[1].trainingLoss: found -0.1, expected a number, not negative.")]
    [TestCase("groups[1].validationLoss", "1e999", "alphamix.groups[1].validationLoss: found Infinity, expected a number, not negative.")]
    [TestCase("groups[1].validationAccuracy", "1.5", "alphamix.groups[1].validationAccuracy: found 1.5, expected a share in [0, 1].")]
    [TestCase("groups[1].validationProfit", "-1e999", "alphamix.groups[1].validationProfit: found -Infinity, expected a finite number.")]
    [TestCase("groups[1].shape.inputSize", "5", "alphamix.groups[1].shape.inputSize: found 5, expected 4, 2 rows of 2 features.")]
    [TestCase("groups[1].shape.experts", "257",
        "alphamix.groups[1].shape: found GroupShape { InputSize = 4, HiddenSize = 3, Experts = 257, HiddenLayers = 2, EnsembleHead = False }, " +
        "expected a valid shape (Group shape: number of experts must be in [1, 256], found 257).")]
    [TestCase("groups[1].shape.experts", "3",
        "alphamix.soup.ingredients[1]: found a group of GroupShape { InputSize = 4, HiddenSize = 3, Experts = 2, HiddenLayers = 2, EnsembleHead = False }, " +
        "expected GroupShape { InputSize = 4, HiddenSize = 3, Experts = 3, HiddenLayers = 2, EnsembleHead = False }, as the first.")]
    [TestCase("groups[2].shape.hiddenSize", "4", "groups.2.layers.0.W: found shape (4, 2), expected (4, 4).")]
    [TestCase("groups[2].shape.ensembleHead", "false", "groups.2.layers.1.r: found a tensor of shape (3, 2), expected only the tensors the manifest calls for.")]
    [TestCase("asNeeded.groups[0]", "3", "alphamix.asNeeded.groups[0]: found 3, expected 0 to 2.")]
    [TestCase("asNeeded.groups[0]", "-1", "alphamix.asNeeded.groups[0]: found -1, expected 0 to 2.")]
    [TestCase("asNeeded.groups[0]", "1", "alphamix.asNeeded.groups[2]: found group 1 again, expected each group once.")]
    [TestCase("asNeeded.groups", "[]", "alphamix.asNeeded.groups: found none, expected at least one group.")]
    [TestCase("asNeeded.groups", "[1]", "alphamix.asNeeded.omega: found 2 values, expected 0.")]
    [TestCase("asNeeded.target", "\"rode\"", "alphamix.asNeeded.target: found \"rode\", expected one of paper, ride.")]
    [TestCase("asNeeded.omega[1]", "0", "alphamix.asNeeded.omega[1]: found 0, expected a positive number.")]
    [TestCase("asNeeded.onRates[1]", "2", "alphamix.asNeeded.onRates[1]: found 2, expected a share in [0, 1].")]
    [TestCase("asNeeded.onRates", "[0]", "alphamix.asNeeded.onRates: found 1 values, expected 2.")]
    [TestCase("asNeeded", "null", "routers.R.W1: found a tensor of shape (8, 4), expected only the tensors the manifest calls for.")]
    [TestCase("selection.groups[0]", "3", "alphamix.selection.groups[0]: found 3, expected 0 to 2.")]
    [TestCase("selection.mixtureWeights", "[1]", "alphamix.selection.mixtureWeights: found 1 values, expected 2.")]
    [TestCase("selection.mixtureWeights", "[1.5,-0.5]", "alphamix.selection.mixtureWeights[0]: found 1.5, expected a share in [0, 1].")]
    [TestCase("selection.mixtureWeights", "[0.5,0.25]", "alphamix.selection.mixtureWeights: found the sum 0.75, expected the sum 1.")]
    [TestCase("soup.ingredients[0]", "3", "alphamix.soup.ingredients[0]: found 3, expected 0 to 2.")]
    [TestCase("soup.candidates", "1", "alphamix.soup.candidates: found 1, expected 2 to 3.")]
    [TestCase("soup", "null", "soup.layers.0.W: found a tensor of shape (4, 3), expected only the tensors the manifest calls for.")]
    [TestCase("validationUses.epochs", "-1", "alphamix.validationUses.epochs: found -1, expected at least 0.")]
    public void Read_WithAnotherValue_SaysWhatIsWrong(string path, string value, string message)
    {
        var crafted = new CraftedArtifact(Full);
        Replace(crafted.Manifest, path, value);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo($"pool: {message}"));
    }

    [Test]
    public void Read_OfAManifestWithAFieldTwice_NamesIt()
    {
        var crafted = new CraftedArtifact(Full);
        var text = crafted.Manifest.ToJsonString().Replace("\"seed\":", "\"topK\":1,\"seed\":", StringComparison.Ordinal);
        crafted.Metadata["alphamix"] = text;

        Assert.That(
            () => PoolArtifact.Read(CraftedArtifact.File(crafted.Header.ToJsonString(), crafted.Data), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("pool: alphamix.topK: found it twice, expected it once."));
    }

    [Test]
    public void Read_OfAManifestThatIsNoJson_SaysSo()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Metadata["alphamix"] = "{";

        Assert.That(
            () => PoolArtifact.Read(CraftedArtifact.File(crafted.Header.ToJsonString(), crafted.Data), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.StartsWith("pool: alphamix: found malformed JSON ("));
    }

    [Test]
    public void Read_WithoutAManifest_SaysSo()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Metadata.Remove("alphamix");
        crafted.Metadata["other"] = "{}";

        Assert.That(
            () => PoolArtifact.Read(CraftedArtifact.File(crafted.Header.ToJsonString(), crafted.Data), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("pool: __metadata__.alphamix: found nothing, expected the manifest."));
    }

    [Test]
    public void Read_OfTextWithLineBreaks_SaysItInOneLine()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["barsFingerprint"] = "a\r\nb" + new string('c', 1000);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"pool: alphamix.barsFingerprint: found a??b{new string('c', 156)}..., expected 64 lower-case hexadecimal digits."));
    }

    /// <summary>Replaces one value by another, given as JSON.</summary>
    private static void Replace(JsonObject manifest, string path, string value)
    {
        var (owner, name) = Find(manifest, path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path);
        if (path.EndsWith(']'))
            owner[name]!.AsArray()[int.Parse(path[(path.LastIndexOf('[') + 1)..^1])] = JsonNode.Parse(value);
        else
            owner[name] = JsonNode.Parse(value);
    }

    private static void AddTensor(CraftedArtifact crafted)
    {
        crafted.Header["more"] = new JsonObject
        {
            ["dtype"] = "F32",
            ["shape"] = new JsonArray(1),
            ["data_offsets"] = new JsonArray(crafted.Data.Length, crafted.Data.Length + 4)
        };
        crafted.Data = [.. crafted.Data, 0, 0, 0, 0];
    }

    private static IEnumerable<string> FieldsOf(JsonNode? node, string path)
    {
        if (node is JsonArray array)
        {
            // The first item stands for all: they are read by one method.
            return array.Count > 0 ? FieldsOf(array[0], $"{path}[0]") : [];
        }

        return node is not JsonObject fields
            ? []
            : fields.SelectMany(field =>
            {
                var inner = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
                return FieldsOf(field.Value, inner).Prepend(inner);
            });
    }

    private static (JsonObject Owner, string Name) Find(JsonObject manifest, string path)
    {
        var parts = path.Split('.');
        JsonNode node = manifest;
        foreach (var part in parts[..^1])
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            node = bracket < 0 ? node[part]! : node[part[..bracket]]![int.Parse(part[(bracket + 1)..^1])]!;
        }

        return (node.AsObject(), parts[^1]);
    }
}
