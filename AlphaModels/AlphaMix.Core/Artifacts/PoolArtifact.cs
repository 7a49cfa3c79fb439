using System.Security.Cryptography;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// Writes and reads the artifact: the one file that training writes and the plugin reads. The format is in <c>docs/artifact-format.md</c>.
/// </summary>
public static class PoolArtifact
{
    /// <summary>Serialises a pool. The same pool becomes the same bytes on every machine.</summary>
    /// <param name="pool">The pool; checked by the rules of reading, so that what is written can be read back.</param>
    /// <returns>The whole file, in the lowest version that can hold the pool (<see cref="ArtifactVersion"/>).</returns>
    /// <exception cref="ArtifactException">A value is out of its range, or a part does not fit the manifest.</exception>
    public static byte[] ToBytes(Pool pool) => ToBytes(pool, "pool");

    /// <summary>
    /// Returns the SHA-256 of a pool's artifact, 64 lower-case hexadecimal digits: that of the file that <see cref="Write"/> writes.
    /// </summary>
    /// <param name="pool">The pool; checked by the rules of reading.</param>
    /// <exception cref="ArtifactException">A value is out of its range, or a part does not fit the manifest.</exception>
    public static string Hash(Pool pool) => Convert.ToHexStringLower(SHA256.HashData(ToBytes(pool)));

    /// <summary>Writes an artifact atomically: after a fault or a crash the file is the old one or the new one, never a part.</summary>
    /// <param name="pool">The pool; checked by the rules of reading, so that what is written can be read back.</param>
    /// <param name="path">The file; one that exists is replaced. The folder must exist.</param>
    /// <exception cref="ArtifactException">A value is out of its range, or a part does not fit the manifest.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(Pool pool, string path)
    {
        var bytes = ToBytes(pool, path);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            // Nothing is left to delete once it was moved.
            File.Delete(temporary);
        }
    }

    /// <summary>Reads an artifact. Lengths, hash, names, ranges and tensor shapes are checked before anything is used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="extensions">Portfolio rules, routers and so on by name; null, the default, for
    /// <see cref="BuiltIn.Extensions"/>.</param>
    /// <exception cref="ArtifactException">
    /// The file is no artifact, is damaged, needs a newer library or an extension that <paramref name="extensions"/> lacks, or contradicts
    /// itself.
    /// </exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Pool Read(string path, ExtensionSet? extensions = null)
    {
        var length = new FileInfo(path).Length;
        if (length > TensorFile.MaxFileBytes)
            throw new ArtifactException(path, "file length", $"{length} bytes", $"at most {TensorFile.MaxFileBytes}");
        return Read(File.ReadAllBytes(path), path, extensions);
    }

    /// <summary>Reads an artifact from memory, such as the bytes from LEAN's ObjectStore, with the same checks.</summary>
    /// <param name="bytes">The whole file; the pool keeps copies, so they may be reused.</param>
    /// <param name="name">The artifact's name in messages, such as its key.</param>
    /// <param name="extensions">Portfolio rules, routers and so on by name; null, the default, for
    /// <see cref="BuiltIn.Extensions"/>.</param>
    /// <exception cref="ArtifactException">
    /// The bytes are no artifact, are damaged, need a newer library or an extension that <paramref name="extensions"/> lacks, or contradict
    /// themselves.
    /// </exception>
    public static Pool Read(ReadOnlyMemory<byte> bytes, string name, ExtensionSet? extensions = null)
    {
        ArtifactSeal.Verify(bytes.Span, name);
        var context = new JsonContext(name);
        var file = TensorFile.Read(bytes, name);
        if (!file.Metadata.TryGetValue(ManifestReader.Name, out var text))
            throw context.Fault($"{TensorFile.MetadataName}.{ManifestReader.Name}", "nothing", "the manifest");
        extensions ??= BuiltIn.Extensions;
        var manifest = ManifestReader.Read(text, context, extensions, out var scaled);
        RequireKnownMetadata(file, context);
        ManifestRules.Check(manifest, scaled, context);
        return PoolTensorReader.Read(file, manifest, scaled, context, extensions);
    }

    private static byte[] ToBytes(Pool pool, string name)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var context = new JsonContext(name);
        var scaled = pool.Scaler is PerInstrumentScaler scaler ? scaler.Moments.Keys.Order(StringComparer.Ordinal).ToList() : null;
        ManifestRules.Check(pool.Manifest, scaled, context);
        if (pool.Scaler.Kind != pool.Manifest.Scaler)
            throw context.Fault("alphamix.scaler.kind", $"{pool.Manifest.Scaler}", $"{pool.Scaler.Kind}, the kind of the pool's scaler");
        var file = new TensorFileWriter(
        [
            new(ArtifactSeal.LengthName, ArtifactSeal.NoLength),
            new(ArtifactSeal.HashName, ArtifactSeal.NoHash),
            new(ManifestReader.Name, ManifestWriter.ToJson(pool.Manifest, scaled))
        ]);
        PoolTensorWriter.Write(pool, scaled, file, context);
        var bytes = file.ToBytes();
        ArtifactSeal.Close(bytes);
        return bytes;
    }

    private static void RequireKnownMetadata(TensorFile file, JsonContext context)
    {
        var extra = file.Metadata.Keys.FirstOrDefault(
            key => key is not (ArtifactSeal.LengthName or ArtifactSeal.HashName or ManifestReader.Name));
        if (extra is not null && !context.SkipsUnknownFields)
            throw context.Fault(
                $"{TensorFile.MetadataName}.{extra}", "a field this format does not have", "only bytes, sha256 and alphamix");
    }
}
