using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// A safetensors file in memory, all of it validated: header length (8 bytes, little-endian), JSON header, 32-bit floats. Immutable.
/// </summary>
/// <remarks>The format is https://github.com/huggingface/safetensors; only its F32 tensors are read.</remarks>
public sealed class TensorFile
{
    /// <summary>The longest header read, in bytes.</summary>
    public const int MaxHeaderBytes = 16 << 20;

    /// <summary>The longest file read, in bytes: what one array holds, 57 bytes less than 2 GiB.</summary>
    public const int MaxFileBytes = 0x7FFFFFC7;

    /// <summary>The most tensors read.</summary>
    public const int MaxTensors = 1 << 16;

    /// <summary>The most dimensions of a tensor read.</summary>
    public const int MaxRank = 8;

    internal const string MetadataName = "__metadata__";
    internal const int LengthBytes = 8;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlyMemory<byte> _data;
    private readonly Dictionary<string, TensorInfo> _tensors;
    private readonly string _name;

    private TensorFile(string name, ReadOnlyMemory<byte> data, IReadOnlyDictionary<string, string> metadata, List<TensorInfo> tensors)
    {
        _name = name;
        _data = data;
        Metadata = metadata;
        Tensors = tensors;
        _tensors = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the strings of <c>__metadata__</c>; empty when there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Gets the tensors in the order of their bytes.</summary>
    public IReadOnlyList<TensorInfo> Tensors { get; }

    /// <summary>Reads a file. The bytes are referred to, not copied.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <exception cref="ArtifactException">
    /// The file is not a well-formed safetensors file of finite 32-bit floats that lie one behind another with nothing between or behind.
    /// </exception>
    public static TensorFile Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var header = HeaderOf(bytes.Span, name);
        var data = bytes[(LengthBytes + header.Length)..];
        using var document = Parse(header, name);
        var context = new JsonContext(name);
        var fields = new JsonValue(document.RootElement, "", context).Fields();
        if (fields.Names.Count > MaxTensors + 1)
            throw context.Fault("tensors", $"{fields.Names.Count}", $"at most {MaxTensors}");
        var metadata = fields.Has(MetadataName) ? ReadMetadata(fields[MetadataName]) : [];
        var tensors = fields.Names.Where(fields.Has).Select(tensor => ReadInfo(tensor, fields[tensor])).ToList();
        RequireContiguous(tensors, data.Length, context);
        foreach (var tensor in tensors)
            RequireFinite(tensor, data.Span, context);
        return new TensorFile(name, data, metadata, tensors);
    }

    /// <summary>Requires a tensor of a name and shape.</summary>
    /// <param name="tensor">Its name.</param>
    /// <param name="shape">Its dimensions, outermost first.</param>
    /// <exception cref="ArtifactException">There is none, or it has another shape.</exception>
    public void Require(string tensor, params IReadOnlyList<int> shape)
    {
        if (!_tensors.TryGetValue(tensor, out var info))
            throw new ArtifactException(_name, tensor, "no such tensor", $"one of shape {TensorInfo.Text(shape)}");
        if (!info.Shape.SequenceEqual(shape))
            throw new ArtifactException(_name, tensor, $"shape {info.ShapeText}", TensorInfo.Text(shape));
    }

    /// <summary>Copies a tensor's values.</summary>
    /// <param name="tensor">Name of a tensor of the file.</param>
    /// <param name="values">Receives the values, row-major and finite; as long as the tensor.</param>
    /// <exception cref="KeyNotFoundException">The file has no such tensor.</exception>
    /// <exception cref="ArgumentException"><paramref name="values"/> is longer or shorter than the tensor.</exception>
    public void CopyTo(string tensor, Span<float> values)
    {
        var bytes = Bytes(_tensors[tensor], _data.Span);
        if (values.Length != bytes.Length / sizeof(float))
            throw new ArgumentException(
                $"{tensor} has {bytes.Length / sizeof(float)} values, found room for {values.Length}.", nameof(values));
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(sizeof(float) * i)..]);
    }

    /// <summary>Returns the bytes of the JSON header, once the lengths are known to fit.</summary>
    internal static ReadOnlySpan<byte> HeaderOf(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < LengthBytes)
            throw new ArtifactException(name, "file length", $"{bytes.Length} bytes", $"at least {LengthBytes}", CutShort);
        if (bytes.Length > MaxFileBytes)
            throw new ArtifactException(name, "file length", $"{bytes.Length} bytes", $"at most {MaxFileBytes}");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length is < 2 or > MaxHeaderBytes)
            throw new ArtifactException(
                name, "header length", $"{length}", $"2 to {MaxHeaderBytes} bytes", "This is no safetensors file, or a damaged one.");
        if ((ulong)(bytes.Length - LengthBytes) < length)
            throw new ArtifactException(name, "file length", $"{bytes.Length} bytes", $"at least {LengthBytes + length}", CutShort);
        return bytes.Slice(LengthBytes, (int)length);
    }

    internal const string CutShort = "The file is cut short: copy it again, or train the pool again.";

    private static JsonDocument Parse(ReadOnlySpan<byte> header, string name)
    {
        if (header[0] != '{')
            throw new ArtifactException(
                name, "header", $"a first byte of {header[0]}", "{", "This is no safetensors file, or a damaged one.");
        try
        {
            return JsonDocument.Parse(StrictUtf8.GetString(header));
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            throw new ArtifactException(name, "header", $"malformed text ({exception.Message})", "one JSON object in UTF-8");
        }
    }

    private static Dictionary<string, string> ReadMetadata(JsonValue value)
    {
        var fields = value.Fields();
        return fields.Names.ToDictionary(name => name, name => fields[name].Text(), StringComparer.Ordinal);
    }

    private static TensorInfo ReadInfo(string name, JsonValue value) => value.Object(fields =>
    {
        var type = fields["dtype"];
        if (type.Text() != "F32")
            throw type.Fault("\"F32\"");
        var shapeValue = fields["shape"];
        var shape = shapeValue.List(item => item.Integer());
        if (shape.Count > MaxRank || shape.Any(size => size < 0))
            throw shapeValue.Fault($"at most {MaxRank} sizes, none negative");
        var offsetsValue = fields["data_offsets"];
        var offsets = offsetsValue.List(item => item.LongInteger());
        if (offsets.Count != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > MaxFileBytes)
            throw offsetsValue.Fault("two ascending offsets inside the file");
        // Sizes are below 2^31 and the running product is held at 2^32: 64 bits cannot overflow, and no file is that long.
        var bytes = (long)sizeof(float);
        foreach (var size in shape)
            bytes = Math.Min(bytes * size, 1L << 32);
        return bytes == offsets[1] - offsets[0]
            ? new TensorInfo(name, shape, offsets[0], offsets[1])
            : throw offsetsValue.Fault($"4 bytes a value for shape {TensorInfo.Text(shape)}");
    });

    private static void RequireContiguous(List<TensorInfo> tensors, long dataBytes, JsonContext context)
    {
        // A stable order: tensors without values share their offset with the next one.
        tensors.Sort((left, right) => (left.Begin, left.End).CompareTo((right.Begin, right.End)));
        var end = 0L;
        foreach (var tensor in tensors)
        {
            if (tensor.Begin != end)
                throw context.Fault(
                    $"{tensor.Name}.data_offsets",
                    $"a tensor that begins at {tensor.Begin}",
                    $"{end}, where the one before it ends",
                    "Tensors must neither overlap nor leave gaps.");
            end = tensor.End;
        }

        if (end != dataBytes)
            throw context.Fault(
                "file length", $"{dataBytes} bytes of tensors", $"{end}",
                end > dataBytes ? CutShort : "Nothing may follow the last tensor.");
    }

    private static void RequireFinite(TensorInfo tensor, ReadOnlySpan<byte> data, JsonContext context)
    {
        var bytes = Bytes(tensor, data);
        for (var i = 0; i < bytes.Length; i += sizeof(float))
        {
            var value = BinaryPrimitives.ReadSingleLittleEndian(bytes[i..]);
            if (!float.IsFinite(value))
                throw context.Fault($"{tensor.Name}, value {i / sizeof(float)}", $"{value}", "a finite number", "Train the pool again.");
        }
    }

    private static ReadOnlySpan<byte> Bytes(TensorInfo tensor, ReadOnlySpan<byte> data) =>
        data[(int)tensor.Begin..(int)tensor.End];
}
