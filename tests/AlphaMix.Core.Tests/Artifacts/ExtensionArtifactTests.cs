using System.Text.Json;
using System.Text.Json.Nodes;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Version 3 of the format: routers and forecasters from outside the library.</summary>
public sealed class ExtensionArtifactTests
{
    private static readonly byte[] Full = PoolArtifact.ToBytes(OutsideExtensions.Full());

    [Test]
    public void Read_GivesWhatWasWritten_AsVersionThree()
    {
        var read = PoolArtifact.Read(Full, "pool", OutsideExtensions.Known);

        Assert.Multiple(() =>
        {
            Assert.That(new CraftedArtifact(Full).Manifest["formatVersion"]!.GetValue<int>(), Is.EqualTo(3));
            Assert.That(new CraftedArtifact(Full).Manifest["oldestReader"]!.GetValue<int>(), Is.EqualTo(3));
            Assert.That(read.Manifest, Is.EqualTo(OutsideExtensions.Full().Manifest).UsingPropertiesComparer());
            Assert.That(read.Routers, Is.EqualTo(new[] { "V", "R", "W", "S", "gate", "linear" }));
            Assert.That(PoolArtifact.ToBytes(read), Is.EqualTo(Full));
        });
    }

    [TestCase("V")]
    [TestCase("gate")]
    [TestCase("linear")]
    public void Score_AfterReading_HasTheSameBits(string name)
    {
        var read = PoolArtifact.Read(Full, "pool", OutsideExtensions.Known);

        var (before, after) = (Answers(OutsideExtensions.Full(), name), Answers(read, name));

        Assert.Multiple(() =>
        {
            Assert.That(after, Is.EqualTo(before));
            Assert.That(before.Distinct().Count(), Is.GreaterThan(10), "the answers are meant to differ");
        });
    }

    [Test]
    public void Read_WithoutTheExtension_RefusesItByName()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => PoolArtifact.Read(Full, "runs/pool.safetensors"),
                Throws.TypeOf<ArtifactException>().With.Message.StartsWith(
                    "runs/pool.safetensors: alphamix.routers[0].name: found gate, expected a name that this program knows. There is no router 'gate'; known: none. ")
                    .And.Message.Contains("--extension FILE.dll"));
            Assert.That(
                () => PoolArtifact.Read(PoolArtifact.ToBytes(OutsideExtensions.With(SamplePools.Full(), [], [OutsideExtensions.Linear])), "pool"),
                Throws.TypeOf<ArtifactException>().With.Message.Contains("alphamix.forecasters[0].name: found linear").And.Message.Contains("There is no forecaster 'linear'"));
        });
    }

    [Test]
    public void ToBytes_WithoutExtensions_IsAsBefore()
    {
        var bytes = PoolArtifact.ToBytes(OutsideExtensions.With(SamplePools.Full(), [], []));

        Assert.That(bytes, Is.EqualTo(PoolArtifact.ToBytes(SamplePools.Full())));
    }

    [TestCase("version", 0, "alphamix.routers[0].version: found 0, expected at least 1.")]
    [TestCase("version", 3, "alphamix.routers[0]: found gate, version 3, expected what this program's gate takes (The gate has version 2, found 3). "
        + "Use the version of the extension that trained the pool, or train the pool again.")]
    [TestCase("name", "V", "There is no router 'V'")]
    public void Read_OfAChangedRouter_SaysWhat(string field, object value, string message)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["routers"]![0]![field] = JsonSerializer.SerializeToNode(value);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Message.Contains(message));
    }

    [TestCase("temperature", "hot", "alphamix.routers[0]: found gate, version 2")]
    [TestCase("temprature", 1, "There is no parameter 'temprature'; known: temperature, from")]
    public void Read_OfChangedParameters_SaysWhat(string name, object value, string message)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["routers"]![0]!["parameters"]![name] = JsonSerializer.SerializeToNode(value);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Message.Contains(message));
    }

    [Test]
    public void Read_OfAParameterBeyondAllNumbers_NamesIt()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["routers"]![0]!["parameters"]!["temperature"] = JsonNode.Parse("1e999");

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("alphamix.routers[0].parameters.temperature"));
    }

    [TestCase("shape", "[4, 3]", "routers.gate.gate: found shape (3, 4), expected (4, 3)")]
    [TestCase("shape", "[-3, -4]", "alphamix.routers[0].tensors[0].shape: found (-3, -4)")]
    [TestCase("name", "\"other\"", "routers.gate.other")]
    [TestCase("name", "\"bias\"", "alphamix.routers[0].tensors[1].name: found bias")]
    [TestCase("name", "\"a.b\"", "alphamix.routers[0].tensors[0].name: found a.b")]
    public void Read_OfAChangedTensor_SaysWhich(string field, string json, string message)
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["routers"]![0]!["tensors"]![0]![field] = JsonNode.Parse(json);

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Message.Contains(message));
    }

    [Test]
    public void Read_OfATensorThatNoExtensionCallsFor_NamesIt()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest.Remove("forecasters");

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("forecasters.linear.coefficients"));
    }

    [Test]
    public void Read_OfAnEmptyList_SaysSo()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["forecasters"]!.AsArray().Clear();

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("pool: alphamix.forecasters: found [], expected at least one, or no such field."));
    }

    [Test]
    public void Read_OfTwoOfOneName_NamesTheSecond()
    {
        var crafted = new CraftedArtifact(Full);
        crafted.Manifest["routers"]!.AsArray().Add(crafted.Manifest["routers"]![0]!.DeepClone());

        Assert.That(
            () => PoolArtifact.Read(crafted.ToBytes(), "pool", OutsideExtensions.Known),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("alphamix.routers[1].name"));
    }

    [Test]
    public void ToBytes_OfATensorThatIsNotFinite_NamesIt()
    {
        var state = new FittedState(OutsideExtensions.Linear.Name, 1, Parameters.None, [new Tensor("coefficients", [4], [1, 2, float.NaN, 4])]);

        Assert.That(
            () => PoolArtifact.ToBytes(OutsideExtensions.With(SamplePools.Full(), [], [state])),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: forecasters.linear.coefficients: found NaN, expected finite numbers. Train the pool again."));
    }

    [TestCase(0x01)]
    [TestCase(0x80)]
    public void Read_AfterAnyByteChanged_IsRefused(int pattern)
    {
        var file = (byte[])Full.Clone();
        for (var i = 0; i < file.Length; i++)
        {
            file[i] ^= (byte)pattern;
            Assert.That(
                () => PoolArtifact.Read(file, "pool", OutsideExtensions.Known), Throws.TypeOf<ArtifactException>(), $"byte {i} of {file.Length}");
            file[i] ^= (byte)pattern;
        }
    }

    [TestCase(0x01)]
    [TestCase(0x20)]
    [TestCase(0xFF)]
    public void Read_AfterAnyByteChangedAndSealedAgain_ThrowsNothingElse(int pattern)
    {
        var small = PoolArtifact.ToBytes(OutsideExtensions.With(SamplePools.Tiny(), [], [OutsideExtensions.Linear]));
        var refused = 0;
        for (var i = 0; i < small.Length; i++)
        {
            var file = (byte[])small.Clone();
            file[i] ^= (byte)pattern;
            CraftedArtifact.Seal(file);
            try
            {
                PoolArtifact.ToBytes(PoolArtifact.Read(file, "pool", OutsideExtensions.Known));
            }
            catch (ArtifactException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(small.Length / 2));
    }

    [Test]
    public void Pool_WithoutTheRouterItsManifestHas_IsRefused()
    {
        var full = OutsideExtensions.Full();

        Assert.That(
            () => new Pool(full.Manifest, full.Scaler, full.Groups, full.AsNeeded, full.Soup, [], full.Forecasters),
            Throws.ArgumentException.With.Message.Contains("The manifest has the routers [gate], found []"));
    }

    [Test]
    public void Router_OfAnotherName_NamesThoseThereAre() =>
        Assert.That(
            () => OutsideExtensions.Full().Router("median"),
            Throws.ArgumentException.With.Message.StartsWith("This pool has no router median; it has V, R, W, S, gate, linear."));

    private static float[] Answers(Pool pool, string name)
    {
        var size = pool.Manifest.Features.InputSize;
        float[] rows = [.. Enumerable.Range(0, 200).Select(i => MathF.Sin(i * i))];
        int[] offsets = [.. Enumerable.Range(0, rows.Length - size)];
        var answers = new float[offsets.Length];
        pool.Router(name).Score(rows, offsets, answers, new int[offsets.Length], new RouterScratch());
        return answers;
    }
}
