using System.Buffers.Binary;
using System.Text;
using AlphaMix.Core.Artifacts;

namespace AlphaMix.Core.Tests.Artifacts;

public sealed class TensorFileTests
{
    private static readonly float[] Six = [1, 2, 3, 4, 5, -6.5f];

    [Test]
    public void ToBytes_GivesTheBytesOfTheFormat()
    {
        var writer = new TensorFileWriter([new("key", "value")]);
        writer.Add("x", [1, 2], [1f, -2f]);

        var bytes = writer.ToBytes();

        const string Header = """{"__metadata__":{"key":"value"},"x":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        var padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        Assert.That(BinaryPrimitives.ReadUInt64LittleEndian(bytes), Is.EqualTo((ulong)padded.Length));
        Assert.That(Encoding.UTF8.GetString(bytes, 8, padded.Length), Is.EqualTo(padded));
        Assert.That(bytes[(8 + padded.Length)..], Is.EqualTo(new byte[] { 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0 }));
    }

    [Test]
    public void Read_GivesWhatWasAdded()
    {
        var writer = new TensorFileWriter([]);
        writer.Add("matrix", [2, 3], Six);
        writer.Add("nothing", [0, 3], []);
        writer.Add("scalar", [], [7f]);

        var file = TensorFile.Read(writer.ToBytes(), "file");

        var matrix = new float[6];
        var scalar = new float[1];
        file.CopyTo("matrix", matrix);
        file.CopyTo("scalar", scalar);
        Assert.That(file.Tensors.Select(tensor => tensor.Name + tensor.ShapeText), Is.EqualTo(new[] { "matrix(2, 3)", "nothing(0, 3)", "scalar()" }));
        Assert.That(matrix, Is.EqualTo(Six));
        Assert.That(scalar, Is.EqualTo(new[] { 7f }));
        Assert.That(() => file.Require("matrix", 2, 3), Throws.Nothing);
    }

    [Test]
    public void Require_OfAnotherShapeOrName_SaysWhatThereIs()
    {
        var writer = new TensorFileWriter([]);
        writer.Add("matrix", [2, 3], Six);
        var file = TensorFile.Read(writer.ToBytes(), "file");

        Assert.That(
            () => file.Require("matrix", 3, 2),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("file: matrix: found shape (2, 3), expected (3, 2)."));
        Assert.That(
            () => file.Require("vector", 6),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("file: vector: found no such tensor, expected one of shape (6)."));
    }

    [Test]
    public void Add_OfWhatTheFormatCannotHold_IsRefused()
    {
        var writer = new TensorFileWriter([]);
        writer.Add("x", [1], [1f]);

        Assert.Multiple(() =>
        {
            Assert.That(() => writer.Add("x", [1], [1f]), Throws.ArgumentException);
            Assert.That(() => writer.Add("__metadata__", [1], [1f]), Throws.ArgumentException);
            Assert.That(() => writer.Add("y", [2], [1f]), Throws.ArgumentException);
            Assert.That(() => writer.Add("y", [2], [1f, float.NaN]), Throws.ArgumentException);
        });
    }

    // Each header comes with 8 bytes of tensors: 1 and 2.
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "file: y.data_offsets: found a tensor that begins at 4, expected 8, where the one before it ends. Tensors must neither overlap nor leave gaps.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        "file: y.data_offsets: found a tensor that begins at 0, expected 4, where the one before it ends. Tensors must neither overlap nor leave gaps.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "file: x.data_offsets: found a tensor that begins at 4, expected 0, where the one before it ends. Tensors must neither overlap nor leave gaps.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        "file: file length: found 8 bytes of tensors, expected 4. Nothing may follow the last tensor.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""",
        "file: file length: found 8 bytes of tensors, expected 12. The file is cut short: copy it again, or train the pool again.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "file: x: found it twice, expected it once.")]
    [TestCase("""{"x":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""",
        "file: x.dtype: found \"F64\", expected \"F32\".")]
    [TestCase("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""",
        "file: x.data_offsets: found [0,8], expected 4 bytes a value for shape (3).")]
    [TestCase("""{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""",
        "file: x.shape: found [-2], expected at most 8 sizes, none negative.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}}""",
        "file: x.shape: found [1,1,1,1,1,1,1,1,2], expected at most 8 sizes, none negative.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[65536,65536,65536,65536,2],"data_offsets":[0,8]}}""",
        "file: x.data_offsets: found [0,8], expected 4 bytes a value for shape (65536, 65536, 65536, 65536, 2).")]
    [TestCase("""{"x":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}}""",
        "file: x.data_offsets: found [0,0], expected 4 bytes a value for shape (65536, 65536, 65536, 65536).")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""",
        "file: x.data_offsets: found [8,0], expected two ascending offsets inside the file.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""",
        "file: x.data_offsets: found [-8,0], expected two ascending offsets inside the file.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""",
        "file: x.data_offsets: found [0,8,8], expected two ascending offsets inside the file.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""",
        "file: x.shape[0]: found 2.5, expected an integer of 32 bits.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2]}}""",
        "file: x.data_offsets: found nothing, expected this field.")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}""",
        "file: x.more: found a field this format does not have, expected only the fields of its version.")]
    [TestCase("""{"__metadata__":{"a":1},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "file: __metadata__.a: found 1, expected a string.")]
    [TestCase("""{"__metadata__":{"a":"\ud800"},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "file: __metadata__.a: found \"\\ud800\", expected a string of valid Unicode.")]
    [TestCase("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "file: : found a field whose name is not valid Unicode, expected valid Unicode.")]
    [TestCase("""[ ]""", "file: header: found a first byte of 91, expected {. This is no safetensors file, or a damaged one.")]
    [TestCase("""{"x":7}""", "file: x: found 7, expected an object.")]
    public void Read_OfAFaultyHeader_SaysWhatIsWrong(string header, string message)
    {
        Assert.That(
            () => TensorFile.Read(File(header, [1f, 2f]), "file"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(message));
    }

    [TestCase("""{"x":""")]
    [TestCase("""{} {}""")]
    [TestCase("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""")]
    public void Read_OfMalformedJson_SaysSo(string header)
    {
        Assert.That(
            () => TensorFile.Read(File(header, [1f, 2f]), "file"),
            Throws.TypeOf<ArtifactException>().With.Message.StartsWith("file: header: found malformed text ("));
    }

    [Test]
    public void Read_OfDeeplyNestedJson_SaysSo()
    {
        var header = "{\"x\":" + new string('[', 100_000);

        Assert.That(
            () => TensorFile.Read(File(header, []), "file"),
            Throws.TypeOf<ArtifactException>().With.Message.StartsWith("file: header: found malformed text ("));
    }

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    [TestCase(float.NegativeInfinity)]
    public void Read_OfANumberThatIsNotFinite_NamesItsPlace(float value)
    {
        var file = File("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", [1f, value]);

        Assert.That(
            () => TensorFile.Read(file, "file"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo(
                $"file: x, value 1: found {value}, expected a finite number. Train the pool again."));
    }

    [Test]
    public void Read_OfTooManyTensors_SaysHowMany()
    {
        var header = new StringBuilder("{");
        for (var i = 0; i <= TensorFile.MaxTensors + 1; i++)
            header.Append(i == 0 ? "" : ",").Append('"').Append(i).Append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");

        Assert.That(
            () => TensorFile.Read(File(header.Append('}').ToString(), []), "file"),
            Throws.TypeOf<ArtifactException>().With.Message.EqualTo("file: tensors: found 65538, expected at most 65536."));
    }

    private static byte[] File(string header, float[] values)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + 4 * values.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)text.Length);
        text.CopyTo(file, 8);
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8 + text.Length + 4 * i), values[i]);
        return file;
    }
}
