using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Artifacts;

/// <summary>Puts a pool's numbers into tensors. What is written here is read by <see cref="PoolTensorReader"/>.</summary>
internal sealed class PoolTensorWriter
{
    public const string Mean = "scaler.mean";
    public const string Deviation = "scaler.deviation";
    public const string EmbeddingWeights = "routers.R.W1";
    public const string EmbeddingBias = "routers.R.b1";
    public const string OutputWeights = "routers.R.W2";
    public const string OutputBias = "routers.R.b2";
    public const string Soup = "soup";

    private readonly TensorFileWriter _file;
    private readonly JsonContext _context;

    private PoolTensorWriter(TensorFileWriter file, JsonContext context)
    {
        _file = file;
        _context = context;
    }

    /// <summary>Returns the name of a group's tensors.</summary>
    public static string Group(int index) => $"groups.{index}";

    /// <summary>Returns the full name of a tensor of a router or forecaster.</summary>
    /// <param name="list"><see cref="ExtensionFields.Routers"/> or <see cref="ExtensionFields.Forecasters"/>.</param>
    /// <param name="owner">The router's or forecaster's name.</param>
    /// <param name="tensor">The tensor's name; it has no dot.</param>
    public static string Extension(string list, string owner, string tensor) => $"{list}.{owner}.{tensor}";

    /// <summary>Adds all tensors of a pool.</summary>
    /// <param name="pool">A pool whose manifest keeps <see cref="ManifestRules"/>.</param>
    /// <param name="scaled">The instruments of a per-instrument scaler in order; null for other scalers.</param>
    /// <param name="file">Receives the tensors.</param>
    /// <param name="context">Whose they are.</param>
    /// <exception cref="ArtifactException">A part does not have the shape its manifest says, or a value is not finite.</exception>
    public static void Write(Pool pool, IReadOnlyList<string>? scaled, TensorFileWriter file, JsonContext context)
    {
        var writer = new PoolTensorWriter(file, context);
        writer.Scaler(pool, scaled);
        for (var g = 0; g < pool.Groups.Count; g++)
            writer.Parameters(Group(g), pool.Groups[g], pool.Manifest.Groups[g].Shape);
        for (var g = 0; g < pool.TreeGroups.Count; g++)
            TreeTensors.Write(pool.TreeGroups[g].Trees, TreeTensors.Prefix(g), writer.Add);
        if (pool.AsNeeded is { } routers)
            writer.Routers(routers, pool.Manifest);
        if (pool.Soup is { } soup)
            writer.Parameters(Soup, soup, pool.Manifest.Groups[pool.Manifest.Soup!.Ingredients[0]].Shape);
        writer.States(ExtensionFields.Routers, pool.AddedRouters.Select(router => router.State));
        writer.States(ExtensionFields.Forecasters, pool.Forecasters.Select(forecaster => forecaster.State));
    }

    private void Scaler(Pool pool, IReadOnlyList<string>? scaled)
    {
        var features = pool.Manifest.Features.RowSize;
        if (pool.Scaler is PooledScaler pooled)
            Moments([features], [pooled.Moments]);
        else if (pool.Scaler is PerInstrumentScaler perInstrument)
            Moments([scaled!.Count, features], [.. scaled.Select(instrument => perInstrument.Moments[instrument])]);
    }

    private void Moments(int[] shape, FeatureMoments[] moments)
    {
        // One too long and one too short would fit together.
        foreach (var moment in moments)
        {
            Count(Mean, moment.Mean.Length, shape[^1]);
            Count(Deviation, moment.Deviation.Length, shape[^1]);
        }

        var deviation = moments.SelectMany(moment => moment.Deviation).ToArray();
        PoolTensorReader.RequireDeviations(deviation, _context);
        Add(Mean, shape, [.. moments.SelectMany(moment => moment.Mean)]);
        Add(Deviation, shape, deviation);
    }

    private void Parameters(string prefix, ExpertGroup group, GroupShape shape)
    {
        if (group.Shape != shape)
            throw _context.Fault(prefix, $"{group.Shape}", $"{shape}, as the manifest says");
        foreach (var slot in TensorSlot.From(prefix, group.Layout))
            Add(slot.Name, slot.Shape, group.Parameters.Slice(slot.Offset, slot.Length));
    }

    private void Routers(AsNeededParameters parameters, PoolManifest manifest)
    {
        var routers = manifest.AsNeeded!.Groups.Count - 1;
        Add(EmbeddingWeights, [AsNeededParameters.EmbeddingSize, manifest.Features.InputSize], parameters.EmbeddingWeights);
        Add(EmbeddingBias, [AsNeededParameters.EmbeddingSize], parameters.EmbeddingBias);
        Add(OutputWeights, [routers, AsNeededParameters.OutputInputs], parameters.OutputWeights);
        Add(OutputBias, [routers], parameters.OutputBias);
    }

    private void States(string list, IEnumerable<FittedState> states)
    {
        foreach (var state in states)
        {
            foreach (var tensor in state.Tensors)
                Add(Extension(list, state.Name, tensor.Name), [.. tensor.Shape], tensor.Values);
        }
    }

    private void Add(string name, int[] shape, ReadOnlySpan<float> values)
    {
        Count(name, values.Length, shape.Aggregate(1L, (product, size) => product * size));
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
                throw _context.Fault(name, $"{value}", "finite numbers", "Train the pool again.");
        }

        _file.Add(name, shape, values);
    }

    private void Count(string name, int found, long expected)
    {
        if (found != expected)
            throw _context.Fault(name, $"{found} values", $"{expected}");
    }
}
