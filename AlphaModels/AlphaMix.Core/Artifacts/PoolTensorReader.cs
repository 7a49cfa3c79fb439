using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// Takes a pool's numbers from the tensors that <see cref="PoolTensorWriter"/> wrote: exactly those its manifest calls for.
/// </summary>
internal sealed class PoolTensorReader
{
    private readonly TensorFile _file;
    private readonly PoolManifest _manifest;
    private readonly JsonContext _context;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private PoolTensorReader(TensorFile file, PoolManifest manifest, JsonContext context)
    {
        _file = file;
        _manifest = manifest;
        _context = context;
    }

    /// <summary>Builds the pool.</summary>
    /// <param name="file">The tensors.</param>
    /// <param name="manifest">A manifest that keeps <see cref="ManifestRules"/>.</param>
    /// <param name="scaled">The instruments of a per-instrument scaler in the order of its tensors; null for other scalers.</param>
    /// <param name="context">Whose they are.</param>
    /// <param name="extensions">What the manifest's names stand for; has them all.</param>
    /// <exception cref="ArtifactException">A tensor is missing, has another shape, is not called for, or is refused by the extension it is
    /// for.</exception>
    public static Pool Read(
        TensorFile file, PoolManifest manifest, IReadOnlyList<string>? scaled, JsonContext context, ExtensionSet extensions)
    {
        var reader = new PoolTensorReader(file, manifest, context);
        var scaler = reader.Scaler(scaled);
        var groups = manifest.Groups.Select((group, index) => reader.Group(PoolTensorWriter.Group(index), group.Shape)).ToArray();
        TreeGroup[] treeGroups = [.. manifest.TreeGroups.Select((group, index) => reader.Trees(TreeTensors.Prefix(index), group))];
        var asNeededRouters = manifest.AsNeeded is { } asNeeded ? reader.Routers(asNeeded.Groups.Count - 1) : null;
        var soup = manifest.Soup is { } record
            ? reader.Group(PoolTensorWriter.Soup, manifest.Groups[record.Ingredients[0]].Shape)
            : null;
        IGroup[] members = [.. groups, .. treeGroups];
        var routers = reader.Extensions(
            ExtensionFields.Routers, manifest.Routers, state => extensions.Get<RouterFactory>(state.Name)(state, members));
        var forecasters = reader.Extensions(
            ExtensionFields.Forecasters, manifest.Forecasters, state =>
                extensions.Get<ForecasterFactory>(state.Name)(state, manifest.Features));
        reader.RequireAllRead();
        return new Pool(manifest, scaler, groups, asNeededRouters, soup, routers, forecasters, treeGroups);
    }

    /// <summary>Throws when a standard deviation is negative.</summary>
    public static void RequireDeviations(ReadOnlySpan<float> deviations, JsonContext context)
    {
        foreach (var deviation in deviations)
        {
            if (deviation < 0)
                throw context.Fault(PoolTensorWriter.Deviation, $"{deviation}", "no negative number");
        }
    }

    private Scaler Scaler(IReadOnlyList<string>? scaled)
    {
        if (_manifest.Scaler == ScalerKind.CrossSectional)
            return new CrossSectionalScaler();
        if (_manifest.Scaler == ScalerKind.None)
            return new NoScaler();
        var features = _manifest.Features.RowSize;
        int[] shape = scaled is null ? [features] : [scaled.Count, features];
        var mean = Take(PoolTensorWriter.Mean, shape);
        var deviation = Take(PoolTensorWriter.Deviation, shape);
        RequireDeviations(deviation, _context);
        if (scaled is null)
            return new PooledScaler(new FeatureMoments(mean, deviation));
        var moments = new SortedDictionary<string, FeatureMoments>(StringComparer.Ordinal);
        for (var i = 0; i < scaled.Count; i++)
            moments[scaled[i]] = new FeatureMoments(
                mean[(i * features)..((i + 1) * features)], deviation[(i * features)..((i + 1) * features)]);
        return new PerInstrumentScaler(moments);
    }

    private ExpertGroup Group(string prefix, GroupShape shape)
    {
        var layout = new GroupLayout(shape);
        var slots = TensorSlot.From(prefix, layout).ToList();
        // First that the file has them, then the memory for them.
        foreach (var slot in slots)
            _file.Require(slot.Name, slot.Shape);
        var parameters = new float[layout.ParameterCount];
        foreach (var slot in slots)
        {
            _file.CopyTo(slot.Name, parameters.AsSpan(slot.Offset, slot.Length));
            _read.Add(slot.Name);
        }

        return new ExpertGroup(shape, parameters);
    }

    private TreeGroup Trees(string prefix, TreeGroupRecord record)
    {
        try
        {
            return new TreeGroup(TreeTensors.Read(
                _manifest.Features.InputSize, record, part => Take($"{prefix}.{part}", TreeTensors.Length(part, record))));
        }
        catch (ArgumentException fault)
        {
            throw _context.Fault(prefix, fault.Message, "trees that can be followed from root to leaf", "Train the pool again.");
        }
    }

    private AsNeededParameters Routers(int routers) => new(
        _manifest.Features.InputSize,
        routers,
        Take(PoolTensorWriter.EmbeddingWeights, AsNeededParameters.EmbeddingSize, _manifest.Features.InputSize),
        Take(PoolTensorWriter.EmbeddingBias, AsNeededParameters.EmbeddingSize),
        Take(PoolTensorWriter.OutputWeights, routers, AsNeededParameters.OutputInputs),
        Take(PoolTensorWriter.OutputBias, routers));

    private List<Fitted<T>> Extensions<T>(string list, IReadOnlyList<ExtensionRecord> records, Func<FittedState, T> create)
        where T : class
    {
        var read = new List<Fitted<T>>();
        foreach (var record in records)
        {
            var tensors = record.Tensors.Select(
                tensor =>
                    new Tensor(
                        tensor.Name, tensor.Shape, Take(PoolTensorWriter.Extension(list, record.Name, tensor.Name), [.. tensor.Shape])));
            var state = new FittedState(record.Name, record.Version, record.Parameters, [.. tensors]);
            try
            {
                read.Add(new Fitted<T>(state, create(state)));
            }
            catch (ArgumentException fault)
            {
                throw _context.Fault(
                    $"{ManifestReader.Name}.{list}[{read.Count}]", $"{record.Name}, version {record.Version}",
                    $"what this program's {record.Name} takes ({fault.Message.TrimEnd('.')})",
                    "Use the version of the extension that trained the pool, or train the pool again.");
            }
        }

        return read;
    }

    private float[] Take(string name, params int[] shape)
    {
        _file.Require(name, shape);
        var values = new float[shape.Aggregate(1, (product, size) => product * size)];
        _file.CopyTo(name, values);
        _read.Add(name);
        return values;
    }

    private void RequireAllRead()
    {
        if (!_context.SkipsUnknownFields && _file.Tensors.FirstOrDefault(tensor => !_read.Contains(tensor.Name)) is { } extra)
            throw _context.Fault(extra.Name, $"a tensor of shape {extra.ShapeText}", "only the tensors the manifest calls for");
    }
}
