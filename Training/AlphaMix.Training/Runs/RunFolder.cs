using System.Text;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Runs;

/// <summary>
/// The folder of one training run: config.json, train.log, checkpoints/, metrics.json and pool.safetensors. A folder that holds a run is
/// never overwritten: it is resumed, with the same configuration, or refused.
/// </summary>
internal sealed class RunFolder
{
    private RunFolder(string root) => Root = root;

    /// <summary>Gets the folder.</summary>
    public string Root { get; }

    /// <summary>Gets the configuration's path.</summary>
    public string Config => Path.Combine(Root, "config.json");

    /// <summary>Gets the log's path.</summary>
    public string Log => Path.Combine(Root, "train.log");

    /// <summary>Gets the folder of trained groups.</summary>
    public string Checkpoints => Path.Combine(Root, "checkpoints");

    /// <summary>Gets the path of the run's figures.</summary>
    public string Metrics => Path.Combine(Root, "metrics.json");

    /// <summary>Gets the artifact's path.</summary>
    public string Pool => Path.Combine(Root, "pool.safetensors");

    /// <summary>Begins a run, or takes one up again.</summary>
    /// <param name="root">The folder; made when it does not exist.</param>
    /// <param name="configuration">The run's configuration, overrides included.</param>
    /// <param name="resume">Whether a run that is there is taken up again.</param>
    /// <exception cref="RunException">The folder holds a run and <paramref name="resume"/> is false, or a run with another
    /// configuration.</exception>
    public static RunFolder Open(string root, TrainingConfiguration configuration, bool resume)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        ArgumentNullException.ThrowIfNull(configuration);
        var folder = new RunFolder(root);
        var text = ConfigurationFile.Write(configuration);
        if (File.Exists(folder.Config))
        {
            if (!resume)
                throw new RunException(
                    $"{root}: the folder holds a run already. Go on with --resume, or choose another folder with --run.");
            var found = File.ReadAllText(folder.Config);
            if (found != text)
                throw new RunException(
                    $"{folder.Config}: the run was begun with another configuration ({FirstDifference(found, text)}). Resume with the "
                        + $"same one, or choose another folder with --run.");
        }
        else if (File.Exists(folder.Pool) || Directory.Exists(folder.Checkpoints))
            throw new RunException($"{root}: found checkpoints or a pool but no config.json. Choose another folder with --run.");

        Directory.CreateDirectory(folder.Checkpoints);
        File.WriteAllText(folder.Config, text, new UTF8Encoding(false));
        return folder;
    }

    private static string FirstDifference(string found, string expected)
    {
        var pairs = found.Split('\n').Zip(expected.Split('\n'), (there, here) => (there, here));
        var (was, now) = pairs.First(pair => pair.there != pair.here);
        return $"it has {was.Trim()}, this one {now.Trim()}";
    }
}
