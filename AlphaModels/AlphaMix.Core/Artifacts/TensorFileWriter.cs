using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// Builds a safetensors file of 32-bit floats in memory. Tensors lie in the order of the calls, so that the same calls make the same bytes.
/// Not thread-safe.
/// </summary>
/// <param name="metadata">The strings of <c>__metadata__</c>, in order; it is the header's first field.</param>
public sealed class TensorFileWriter(IReadOnlyList<KeyValuePair<string, string>> metadata)
{
    /// <summary>How JSON is written: readable, not for HTML.</summary>
    internal static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int Alignment = 8;

    private readonly List<TensorInfo> _tensors = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { TensorFile.MetadataName };
    private readonly ArrayBufferWriter<byte> _data = new();

    /// <summary>Appends a tensor; the values are copied.</summary>
    /// <param name="name">A name not yet taken.</param>
    /// <param name="shape">Its dimensions, outermost first.</param>
    /// <param name="values">Its values, row-major and finite.</param>
    /// <exception cref="ArgumentException">The name is taken, the shape does not fit the values, or a value is not finite.</exception>
    public void Add(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values)
    {
        if (!_names.Add(name))
            throw new ArgumentException($"There is a tensor {name} already.", nameof(name));
        if (shape.Aggregate(1L, (product, size) => product * size) != values.Length)
            throw new ArgumentException($"{name}: shape {TensorInfo.Text(shape)} does not fit {values.Length} values.", nameof(shape));
        var begin = (long)_data.WrittenCount;
        var bytes = _data.GetSpan(Math.Max(1, sizeof(float) * values.Length));
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                throw new ArgumentException($"{name}, value {i}: found {values[i]}, expected a finite number.", nameof(values));
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(sizeof(float) * i)..], values[i]);
        }

        _data.Advance(sizeof(float) * values.Length);
        _tensors.Add(new TensorInfo(name, [.. shape], begin, _data.WrittenCount));
    }

    /// <summary>
    /// Returns the bytes of the whole file; the header is padded with spaces so that tensors begin at a multiple of 8 bytes.
    /// </summary>
    public byte[] ToBytes()
    {
        var header = Header();
        var padded = (header.Length + Alignment - 1) / Alignment * Alignment;
        var file = new byte[TensorFile.LengthBytes + padded + _data.WrittenCount];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)padded);
        header.CopyTo(file.AsSpan(TensorFile.LengthBytes));
        file.AsSpan(TensorFile.LengthBytes + header.Length, padded - header.Length).Fill((byte)' ');
        _data.WrittenSpan.CopyTo(file.AsSpan(TensorFile.LengthBytes + padded));
        return file;
    }

    private ReadOnlySpan<byte> Header()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject(TensorFile.MetadataName);
            foreach (var (name, text) in metadata)
                json.WriteString(name, text);
            json.WriteEndObject();
            foreach (var tensor in _tensors)
                WriteInfo(json, tensor);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void WriteInfo(Utf8JsonWriter json, TensorInfo tensor)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(tensor.Begin);
        json.WriteNumberValue(tensor.End);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
