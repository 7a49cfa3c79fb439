using System.Security.Cryptography;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Testing;

namespace AlphaMix.Core.Tests.Artifacts;

public sealed class PoolArtifactTests
{
    private static readonly string[] AllRouters = ["V", "R", "W", "S"];

    private static IEnumerable<TestCaseData> Pools()
    {
        foreach (var scaler in Enum.GetValues<ScalerKind>())
            yield return new TestCaseData(SamplePools.Full(scaler)).SetArgDisplayNames($"{scaler}, all routers");
        yield return new TestCaseData(SamplePools.From(SamplePools.Manifest)).SetArgDisplayNames("V alone");
        yield return new TestCaseData(SamplePools.From(SamplePools.Manifest with { AsNeeded = SamplePools.AsNeeded })).SetArgDisplayNames("V and R");
        yield return new TestCaseData(SamplePools.From(SamplePools.Manifest with { Selection = SamplePools.Selection })).SetArgDisplayNames("V and W");
        yield return new TestCaseData(SamplePools.From(SamplePools.Manifest with { Soup = SamplePools.Soup })).SetArgDisplayNames("V and S");
        yield return new TestCaseData(
            SamplePools.From(SamplePools.Manifest with { AsNeeded = new([1], AsNeededTarget.Paper, [], []) })).SetArgDisplayNames("R of one group");
        yield return new TestCaseData(SamplePools.Tiny()).SetArgDisplayNames("tiny");
    }

    [TestCaseSource(nameof(Pools))]
    public void ToBytes_OfAPoolReadBack_GivesTheSameBytes(Pool pool)
    {
        var bytes = PoolArtifact.ToBytes(pool);

        var read = PoolArtifact.Read(bytes, "pool");

        Assert.That(PoolArtifact.ToBytes(read), Is.EqualTo(bytes));
    }

    [TestCaseSource(nameof(Pools))]
    public void Read_GivesTheNumbersThatWereWritten(Pool pool)
    {
        var read = PoolArtifact.Read(PoolArtifact.ToBytes(pool), "pool");

        Assert.That(Numbers(read), Is.EqualTo(Numbers(pool)));
        Assert.That(read.Routers, Is.EqualTo(pool.Routers));
    }

    // The bytes of the library's first versions: pools that use nothing newer keep them, whatever the format has learned since.
    [TestCase(ScalerKind.Pooled, "25cfda39c34a7c2d98a1cd1a4557f948b71a61485e44ad92de36c8cf7ad63d7c")]
    [TestCase(ScalerKind.PerInstrument, "fe2151739a9fc34a49ca6bfe11cd44afb56d0226fa2c14f8cef04cbd969599f6")]
    public void ToBytes_OfAPoolWithNothingNew_HasTheBytesOfVersionOne(ScalerKind scaler, string sha256) =>
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(PoolArtifact.ToBytes(SamplePools.Full(scaler)))), Is.EqualTo(sha256));

    [Test]
    public void Read_GivesTheManifestThatWasWritten()
    {
        var written = SamplePools.Full().Manifest;

        var read = PoolArtifact.Read(PoolArtifact.ToBytes(SamplePools.Full()), "pool");

        Assert.That(read.Routers, Is.EqualTo(AllRouters));
        Assert.That(read.Manifest, Is.EqualTo(written).UsingPropertiesComparer());
    }

    [Test]
    public void Read_OfAPerInstrumentScaler_GivesEachInstrumentItsOwnMoments()
    {
        var pool = SamplePools.Full(ScalerKind.PerInstrument);

        var read = (PerInstrumentScaler)PoolArtifact.Read(PoolArtifact.ToBytes(pool), "pool").Scaler;

        var written = ((PerInstrumentScaler)pool.Scaler).Moments;
        Assert.That(read.Moments.Keys, Is.EqualTo(new[] { "AAPL", "SPY" }));
        Assert.That(read.Moments["SPY"].Mean, Is.EqualTo(written["SPY"].Mean));
        Assert.That(read.Moments["AAPL"].Deviation, Is.EqualTo(written["AAPL"].Deviation));
    }

    [Test]
    public void Write_ThenRead_GivesThePoolBackAndLeavesNothingElse()
    {
        using var folder = new TemporaryFolder();
        var path = folder["pool.safetensors"];
        PoolArtifact.Write(SamplePools.Tiny(), path);

        PoolArtifact.Write(SamplePools.Full(), path);

        Assert.That(Numbers(PoolArtifact.Read(path)), Is.EqualTo(Numbers(SamplePools.Full())));
        Assert.That(Directory.GetFileSystemEntries(folder.Root), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Write_OfAPoolThatCannotBeReadBack_LeavesTheOldFileUntouched()
    {
        using var folder = new TemporaryFolder();
        var path = folder["pool.safetensors"];
        PoolArtifact.Write(SamplePools.Full(), path);
        var before = File.ReadAllBytes(path);
        var bad = SamplePools.From(SamplePools.Manifest with { TopK = 0 });

        Assert.That(
            () => PoolArtifact.Write(bad, path),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo($"{path}: alphamix.topK: found 0, expected at least 1."));

        Assert.That(File.ReadAllBytes(path), Is.EqualTo(before));
        Assert.That(Directory.GetFileSystemEntries(folder.Root), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Write_WhereTheFileCannotBeReplaced_LeavesWhatWasThereAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var path = folder["pool.safetensors"];
        Directory.CreateDirectory(path);

        Assert.That(() => PoolArtifact.Write(SamplePools.Tiny(), path), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());

        Assert.That(Directory.Exists(path));
        Assert.That(Directory.GetFileSystemEntries(folder.Root), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Read_OfNoFile_SaysWhichIsMissing()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => PoolArtifact.Read(folder["pool.safetensors"]), Throws.TypeOf<FileNotFoundException>());
    }

    [Test]
    public void ToBytes_OfParametersThatAreNotFinite_NamesTheTensor()
    {
        var parameters = SamplePools.Tiny().Groups[0].Parameters.ToArray();
        parameters[^1] = float.NaN;
        var tiny = SamplePools.Tiny().Manifest;
        var pool = new Pool(tiny, new CrossSectionalScaler(), [new ExpertGroup(tiny.Groups[0].Shape, parameters)]);

        Assert.That(
            () => PoolArtifact.ToBytes(pool),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: groups.0.layers.1.b: found NaN, expected finite numbers. Train the pool again."));
    }

    [Test]
    public void ToBytes_OfAGroupOfAnotherShape_NamesBoth()
    {
        var tiny = SamplePools.Tiny().Manifest;
        var pool = new Pool(tiny, new CrossSectionalScaler(), [SamplePools.Full().Groups[0]]);

        Assert.That(
            () => PoolArtifact.ToBytes(pool),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("groups.0"));
    }

    [Test]
    public void ToBytes_OfAScalerOfAnotherKind_NamesBoth()
    {
        var pool = new Pool(SamplePools.Manifest, new CrossSectionalScaler(), SamplePools.Full().Groups);

        Assert.That(
            () => PoolArtifact.ToBytes(pool),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "pool: alphamix.scaler.kind: found Pooled, expected CrossSectional, the kind of the pool's scaler."));
    }

    [Test]
    public void ToBytes_OfANegativeDeviation_SaysSo()
    {
        var pool = new Pool(SamplePools.Manifest, new PooledScaler(new FeatureMoments([0, 0], [1, -1])), SamplePools.Full().Groups);

        Assert.That(
            () => PoolArtifact.ToBytes(pool),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("pool: scaler.deviation: found -1, expected no negative number."));
    }

    [Test]
    public void ToBytes_OfMomentsOfAnotherLength_SaysSo()
    {
        var moments = new Dictionary<string, FeatureMoments> { ["AAPL"] = new([0], [1]), ["SPY"] = new([0, 0, 0], [1, 1, 1]) };
        var pool = new Pool(
            SamplePools.Manifest with { Scaler = ScalerKind.PerInstrument }, new PerInstrumentScaler(moments), SamplePools.Full().Groups);

        Assert.That(
            () => PoolArtifact.ToBytes(pool),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("pool: scaler.mean: found 1 values, expected 2."));
    }

    [Test]
    public void ToBytes_OfRoutersForAnotherWindow_SaysSo()
    {
        var routers = new AsNeededParameters(3, 2, new float[24], new float[8], new float[20], new float[2]);
        var manifest = SamplePools.Manifest with { AsNeeded = SamplePools.AsNeeded };
        var pool = new Pool(manifest, SamplePools.Full().Scaler, SamplePools.Full().Groups, routers);

        Assert.That(
            () => PoolArtifact.ToBytes(pool),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("pool: routers.R.W1: found 24 values, expected 32."));
    }

    /// <summary>All numbers of a pool, one behind the other.</summary>
    private static List<float> Numbers(Pool pool)
    {
        List<float> numbers = [];
        if (pool.Scaler is PooledScaler pooled)
            numbers.AddRange([.. pooled.Moments.Mean, .. pooled.Moments.Deviation]);
        if (pool.Scaler is PerInstrumentScaler each)
            numbers.AddRange(each.Moments.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => one.Value.Mean.Concat(one.Value.Deviation)));
        foreach (var group in pool.Groups)
            numbers.AddRange(group.Parameters);
        if (pool.AsNeeded is { } routers)
            numbers.AddRange([.. routers.EmbeddingWeights, .. routers.EmbeddingBias, .. routers.OutputWeights, .. routers.OutputBias]);
        if (pool.Soup is { } soup)
            numbers.AddRange(soup.Parameters);
        return numbers;
    }
}
