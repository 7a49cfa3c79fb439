using AlphaMix.Cli.Console;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Sessions;

/// <summary>Opens the artifact that a command names: the file, or the run folder that holds it.</summary>
internal static class PoolFile
{
    public static Pool Read(string path, ExtensionSet extensions) => PoolArtifact.Read(Find(path), extensions);

    /// <summary>Returns the manifest as the artifact holds it, indented.</summary>
    public static string Manifest(string path)
    {
        var file = Find(path);
        return JToken.Parse(TensorFile.Read(File.ReadAllBytes(file), file).Metadata["alphamix"]).ToString(Formatting.Indented);
    }

    private static string Find(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "pool.safetensors") : path;
        return File.Exists(file) ? file : throw new UsageException($"{file}: no such pool. Training leaves one at RUN/pool.safetensors.");
    }
}
