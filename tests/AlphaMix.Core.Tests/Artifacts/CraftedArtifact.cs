using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>An artifact taken apart, to be changed and put together with a right length and checksum, so that the checks behind them are reached.</summary>
internal sealed class CraftedArtifact
{
    private const int LengthAt = 8 + 26;
    private const int HashAt = LengthAt + 10 + 12;

    public CraftedArtifact(byte[] file)
    {
        var headerBytes = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Header = JsonNode.Parse(file.AsSpan(8, headerBytes))!.AsObject();
        Manifest = JsonNode.Parse((string)Header["__metadata__"]!["alphamix"]!)!.AsObject();
        Data = file[(8 + headerBytes)..];
    }

    public JsonObject Header { get; }

    public JsonObject Metadata => Header["__metadata__"]!.AsObject();

    public JsonObject Manifest { get; }

    public byte[] Data { get; set; }

    /// <summary>Puts the file together from its parts.</summary>
    public byte[] ToBytes()
    {
        Metadata["alphamix"] = Manifest.ToJsonString();
        return File(Header.ToJsonString(), Data);
    }

    /// <summary>Puts a file together from any header that starts with the seal.</summary>
    public static byte[] File(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)text.Length);
        text.CopyTo(file, 8);
        data.CopyTo(file, 8 + text.Length);
        Seal(file);
        return file;
    }

    /// <summary>Writes the length and the checksum where the format has them.</summary>
    public static void Seal(byte[] file)
    {
        Encoding.ASCII.GetBytes(file.Length.ToString("D10", CultureInfo.InvariantCulture)).CopyTo(file, LengthAt);
        file.AsSpan(HashAt, 64).Fill((byte)'0');
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(file))).CopyTo(file, HashAt);
    }
}
