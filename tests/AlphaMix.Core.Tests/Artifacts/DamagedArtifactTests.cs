using System.Buffers.Binary;
using AlphaMix.Core.Artifacts;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Damage of any kind is found, and nothing but <see cref="ArtifactException"/> comes of it.</summary>
public sealed class DamagedArtifactTests
{
    private static readonly byte[] Tiny = PoolArtifact.ToBytes(SamplePools.Tiny());

    [TestCase(0x01)]
    [TestCase(0x20)]
    [TestCase(0x80)]
    [TestCase(0xFF)]
    public void Read_AfterAnyByteChanged_IsRefused(int pattern)
    {
        var file = (byte[])Tiny.Clone();

        for (var i = 0; i < file.Length; i++)
        {
            file[i] ^= (byte)pattern;
            Assert.That(() => PoolArtifact.Read(file, "pool"), Throws.TypeOf<ArtifactException>(), $"byte {i} of {file.Length}");
            file[i] ^= (byte)pattern;
        }
    }

    [Test]
    public void Read_OfAnyShorterFile_IsRefused()
    {
        for (var length = 0; length < Tiny.Length; length++)
        {
            Assert.That(
                () => PoolArtifact.Read(Tiny.AsMemory(0, length), "pool"),
                Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("file length"),
                $"{length} of {Tiny.Length} bytes");
        }
    }

    [TestCase(0x01)]
    [TestCase(0x20)]
    [TestCase(0x80)]
    [TestCase(0xFF)]
    public void Read_AfterAnyByteChangedAndSealedAgain_ThrowsNothingElse(int pattern)
    {
        var refused = 0;
        for (var i = 0; i < Tiny.Length; i++)
        {
            var file = (byte[])Tiny.Clone();
            file[i] ^= (byte)pattern;
            CraftedArtifact.Seal(file);
            try
            {
                // What is let through must be whole: it can be written again.
                PoolArtifact.ToBytes(PoolArtifact.Read(file, "pool"));
            }
            catch (ArtifactException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(Tiny.Length / 2));
    }

    [Test]
    public void Read_OfAFileCutShort_SaysHowLongItWas()
    {
        var cut = Tiny.AsMemory(0, Tiny.Length - 4);

        Assert.That(
            () => PoolArtifact.Read(cut, "pool.safetensors"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"pool.safetensors: file length: found {cut.Length} bytes, expected {Tiny.Length}. " +
                "The file was cut short or damaged: copy it again, or train the pool again."));
    }

    [Test]
    public void Read_OfAFileCutInItsHeader_SaysSo()
    {
        var header = BinaryPrimitives.ReadInt64LittleEndian(Tiny);

        Assert.That(
            () => PoolArtifact.Read(Tiny.AsMemory(0, 100), "pool.safetensors"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"pool.safetensors: file length: found 100 bytes, expected at least {8 + header}. " +
                "The file is cut short: copy it again, or train the pool again."));
    }

    [Test]
    public void Read_OfAFileWithBytesBehind_IsRefused()
    {
        Assert.That(
            () => PoolArtifact.Read((byte[])[.. Tiny, 0], "pool"),
            Throws.TypeOf<ArtifactException>().With.Property("Field").EqualTo("file length"));
    }

    [Test]
    public void Read_OfAChangedNumber_NamesBothChecksums()
    {
        var file = (byte[])Tiny.Clone();
        file[^1] ^= 1;

        Assert.That(
            () => PoolArtifact.Read(file, "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.Match(
                "^pool: SHA-256: found [0-9a-f]{64}, expected [0-9a-f]{64}\\. The file was damaged or edited: copy it again, or train the pool again\\.$"));
    }

    [Test]
    public void Read_OfASafetensorsFileFromElsewhere_SaysThatItIsNoArtifact()
    {
        var writer = new TensorFileWriter([new("format", "pt")]);
        writer.Add("x", [1], [1f]);

        Assert.That(
            () => PoolArtifact.Read(writer.ToBytes(), "model.safetensors"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                "model.safetensors: __metadata__: found a header without seal, expected one that begins with a length and a SHA-256. " +
                "This is no AlphaMix artifact, or a damaged one."));
    }

    [TestCase(ulong.MaxValue)]
    [TestCase(1UL << 63)]
    [TestCase((ulong)TensorFile.MaxHeaderBytes + 1)]
    [TestCase(1UL)]
    [TestCase(0UL)]
    public void Read_OfAnImpossibleHeaderLength_SaysSo(ulong length)
    {
        var file = (byte[])Tiny.Clone();
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        CraftedArtifact.Seal(file);

        Assert.That(
            () => PoolArtifact.Read(file, "pool"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"pool: header length: found {length}, expected 2 to 16777216 bytes. This is no safetensors file, or a damaged one."));
    }
}
