using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// The length and the SHA-256 of a whole artifact. They stand at fixed places at the start of the header, so that damage anywhere is
/// found before the JSON is parsed.
/// </summary>
internal static class ArtifactSeal
{
    public const string LengthName = "bytes";
    public const string HashName = "sha256";
    public const string NoLength = "0000000000";

    /// <summary>Stands where the hash will be, while it is computed.</summary>
    public static readonly string NoHash = new('0', 64);

    private static readonly byte[] BeforeLength = Encoding.ASCII.GetBytes($"{{\"{TensorFile.MetadataName}\":{{\"{LengthName}\":\"");
    private static readonly byte[] BeforeHash = Encoding.ASCII.GetBytes($"\",\"{HashName}\":\"");
    private static readonly byte[] BehindHash = "\","u8.ToArray();
    private static readonly int LengthAt = TensorFile.LengthBytes + BeforeLength.Length;
    private static readonly int HashAt = LengthAt + NoLength.Length + BeforeHash.Length;

    /// <summary>Fills in the length and the hash.</summary>
    public static void Close(Span<byte> file)
    {
        Encoding.ASCII.GetBytes(file.Length.ToString("D10", CultureInfo.InvariantCulture), file[LengthAt..]);
        Encoding.ASCII.GetBytes(HashOf(file), file[HashAt..]);
    }

    /// <summary>Throws unless the file is as it was written.</summary>
    /// <exception cref="ArtifactException">The file is no artifact, was cut, grew, or changed.</exception>
    public static void Verify(ReadOnlySpan<byte> file, string name)
    {
        if (!HasForm(TensorFile.HeaderOf(file, name)))
            throw new ArtifactException(
                name, TensorFile.MetadataName, "a header without seal", "one that begins with a length and a SHA-256",
                "This is no AlphaMix artifact, or a damaged one.");
        var length = Encoding.ASCII.GetString(file.Slice(LengthAt, NoLength.Length));
        if (length != file.Length.ToString("D10", CultureInfo.InvariantCulture))
            throw new ArtifactException(
                name, "file length", $"{file.Length} bytes", length.TrimStart('0'),
                "The file was cut short or damaged: copy it again, or train the pool again.");
        var expected = Encoding.ASCII.GetString(file.Slice(HashAt, NoHash.Length));
        var found = HashOf(file);
        if (found != expected)
            throw new ArtifactException(
                name, "SHA-256", found, expected, "The file was damaged or edited: copy it again, or train the pool again.");
    }

    private static bool HasForm(ReadOnlySpan<byte> header)
    {
        var length = LengthAt - TensorFile.LengthBytes;
        var hash = HashAt - TensorFile.LengthBytes;
        return header.Length >= hash + NoHash.Length + BehindHash.Length
            && header.StartsWith(BeforeLength)
            && header[(length + NoLength.Length)..].StartsWith(BeforeHash)
            && header[(hash + NoHash.Length)..].StartsWith(BehindHash);
    }

    private static string HashOf(ReadOnlySpan<byte> file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..HashAt]);
        hash.AppendData(Encoding.ASCII.GetBytes(NoHash));
        hash.AppendData(file[(HashAt + NoHash.Length)..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
