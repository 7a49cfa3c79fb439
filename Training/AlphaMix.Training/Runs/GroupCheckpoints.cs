using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Panels;
using Newtonsoft.Json;

namespace AlphaMix.Training.Runs;

/// <summary>
/// Keeps trained groups in a run's checkpoints folder, a file a group, each written whole or not at all. A file counts only for the
/// configuration and the bars it was trained with.
/// </summary>
internal sealed class GroupCheckpoints : IGroupStore
{
    private const string KeyName = "run";
    private const string RecordName = "record";
    private const string HashName = "sha256";
    private const string TensorName = "parameters";

    private readonly string _folder;
    private readonly string _key;
    private readonly ITrainingObserver _observer;

    /// <summary>Initializes a new instance of the <see cref="GroupCheckpoints"/> class.</summary>
    /// <param name="run">The run.</param>
    /// <param name="series">The run's bars.</param>
    /// <param name="configuration">The run's configuration.</param>
    /// <param name="observer">Is notified of checkpoints that cannot be used.</param>
    public GroupCheckpoints(
        RunFolder run, IReadOnlyList<BarSeries> series, TrainingConfiguration configuration, ITrainingObserver observer)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(configuration);
        _folder = run.Checkpoints;
        _observer = observer;
        var bars = BarsFingerprint.Compute(series.Select(each => each.Usable()), configuration.Split.FitTo.AddDays(-1));
        _key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ConfigurationFile.Write(configuration) + bars)));
    }

    /// <inheritdoc/>
    public TrainedGroup? Find(int ordinal)
    {
        var path = PathOf(ordinal);
        if (!File.Exists(path))
            return null;
        try
        {
            var file = TensorFile.Read(File.ReadAllBytes(path), path);
            if (file.Metadata.GetValueOrDefault(KeyName) != _key)
            {
                _observer.Note($"{path}: made from other bars or another configuration; the group is trained again");
                return null;
            }

            var record = JsonConvert.DeserializeObject<GroupRecord>(file.Metadata[RecordName])!;
            var parameters = new float[new Core.Experts.GroupLayout(record.Shape).ParameterCount];
            file.CopyTo(TensorName, parameters);
            if (file.Metadata[HashName] == Hash(parameters) && record.Ordinal == ordinal)
                return new TrainedGroup(record, parameters);
            _observer.Note($"{path}: damaged; the group is trained again");
        }
        catch (Exception fault) when (fault is ArtifactException or JsonException or KeyNotFoundException or ArgumentException)
        {
            _observer.Note($"{path}: cannot be read ({fault.Message}); the group is trained again");
        }

        return null;
    }

    /// <inheritdoc/>
    public void Keep(TrainedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var writer = new TensorFileWriter(
        [
            new(KeyName, _key),
            new(RecordName, JsonConvert.SerializeObject(group.Record)),
            new(HashName, Hash(group.Parameters))
        ]);
        writer.Add(TensorName, [group.Parameters.Length], group.Parameters);
        AtomicFile.Write(PathOf(group.Record.Ordinal), stream => stream.Write(writer.ToBytes()));
    }

    private string PathOf(int ordinal) => Path.Combine(_folder, $"group-{ordinal:D4}.safetensors");

    private static string Hash(float[] parameters) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(parameters.AsSpan())));
}
