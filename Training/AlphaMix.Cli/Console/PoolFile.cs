using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;

namespace AlphaMix.Cli.Console;

/// <summary>Opens the artifact that a command names: the file, or the run folder that holds it.</summary>
internal static class PoolFile
{
    public static Pool Read(string path)
    {
        if (Directory.Exists(path))
            path = Path.Combine(path, "pool.safetensors");
        if (!File.Exists(path))
            throw new UsageException($"{path}: no such pool. Training leaves one at RUN/pool.safetensors.");
        return PoolArtifact.Read(path);
    }
}
