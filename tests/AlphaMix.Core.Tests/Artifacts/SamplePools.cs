using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Tests.Artifacts;

/// <summary>Small pools with every part a pool can have. Their parameters are random, their manifests written out.</summary>
internal static class SamplePools
{
    public static readonly GroupShape Shape = new(InputSize: 4, HiddenSize: 3, Experts: 2);

    public static readonly GroupShape Headed = new(InputSize: 4, HiddenSize: 2, Experts: 3, HiddenLayers: 1, EnsembleHead: true);

    /// <summary>Gets a manifest of three groups, the first two of one shape, without R, W and S.</summary>
    public static PoolManifest Manifest => new()
    {
        LibraryVersion = "0.1.0",
        Features = new FeatureSpec
        {
            Features = [new("zopen", FeatureFunctions.OpenToClose), new("zclose", FeatureFunctions.Return, 2, PriceSource.SplitAdjusted)],
            Window = 2
        },
        Scaler = ScalerKind.Pooled,
        Normalization = "Adjusted",
        Label = LabelSpec.OpenToOpen(3),
        Universe = ["AAPL", "BRK.A", "SPY"],
        TrainedFrom = new DateOnly(2007, 1, 3),
        TrainedTo = new DateOnly(2013, 12, 31),
        ValidatedFrom = new DateOnly(2014, 1, 8),
        ValidatedTo = new DateOnly(2014, 12, 30),
        FittedThrough = new DateOnly(2015, 1, 6),
        BarsFingerprint = string.Concat(Enumerable.Repeat("0123456789abcdef", 4)),
        Seed = long.MinValue,
        Groups = [Record(0, Shape), Record(1, Shape), Record(2, Headed)],
        TopK = 4,
        ValidationUses = new Dictionary<string, int> { ["epochs"] = 30, ["bestGroups \"top K\""] = 2 }
    };

    public static AsNeededRecord AsNeeded => new([2, 0, 1], AsNeededTarget.Ride, [1.7, 0.1], [0.25, 0]);

    public static SelectionRecord Selection => new([1, 0], [0.7f, 0.3f]);

    public static SoupRecord Soup => new([1, 0], 2);

    /// <summary>Gives a pool with all routers.</summary>
    public static Pool Full(ScalerKind scaler = ScalerKind.Pooled) => From(
        Manifest with { Scaler = scaler, AsNeeded = AsNeeded, Selection = Selection, Soup = Soup });

    /// <summary>Gives a pool of three groups of networks and two of trees, with routers that ask both.</summary>
    public static Pool WithTrees()
    {
        TreeEnsemble[] trees = [Trees(3), Trees(4)];
        var networks = Full();
        var manifest = networks.Manifest with
        {
            AsNeeded = AsNeeded with { Groups = [4, 0, 3] },
            Selection = Selection with { Groups = [3, 2] },
            TreeGroups = [.. trees.Select(each => new TreeGroupRecord(
                TreeGrowth.Symmetric, 0.1, 2, each.Count, each.NodeCount, each.Start, 0.1 + 0.2, 0.6931471805599453, 0.51, -0.25))]
        };
        return new Pool(manifest, networks.Scaler, networks.Groups, networks.AsNeeded, networks.Soup, treeGroups: [.. trees.Select(each => new TreeGroup(each))]);
    }

    /// <summary>Gives two random trees, one of them of a single leaf.</summary>
    public static TreeEnsemble Trees(long seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Initialisation);
        return new TreeEnsemble(4, random.NextNormal(), [
            [
                new(random.NextInt(4), random.NextSymmetric(0.5f), 1, true), new(random.NextInt(4), random.NextSymmetric(0.5f), 3, false),
                .. Values(3, random).Select(TreeNode.Leaf)
            ],
            [TreeNode.Leaf(random.NextSymmetric(1))]
        ]);
    }

    /// <summary>Gives the smallest pool: one group of one expert, nothing fitted but that.</summary>
    public static Pool Tiny()
    {
        var manifest = Manifest;
        var shape = new GroupShape(4, 1, 1, 1);
        return From(manifest with { Scaler = ScalerKind.CrossSectional, Groups = [Record(0, shape)] });
    }

    /// <summary>Gives a pool that fits a manifest.</summary>
    public static Pool From(PoolManifest manifest)
    {
        var random = new KeyedRandom(7, RandomPurpose.Initialisation);
        var scaler = Scaler(manifest, random);
        var groups = manifest.Groups.Select(group => Group(group.Shape, random)).ToArray();
        return new Pool(
            manifest,
            scaler,
            groups,
            manifest.AsNeeded is { } asNeeded ? Routers(manifest.Features.InputSize, asNeeded.Groups.Count - 1, random) : null,
            manifest.Soup is { } soup ? Group(manifest.Groups[soup.Ingredients[0]].Shape, random) : null);
    }

    public static ExpertGroup Group(GroupShape shape, KeyedRandom random) =>
        new(shape, Values(new GroupLayout(shape).ParameterCount, random));

    private static GroupRecord Record(int ordinal, GroupShape shape) => new(
        ordinal, 1, shape, 64, 1e-4, 7, 0.1 + 0.2, 0.6931471805599453, 0.51, -0.0123456789012345678);

    private static Scaler Scaler(PoolManifest manifest, KeyedRandom random) => manifest.Scaler switch
    {
        ScalerKind.None => new NoScaler(),
        ScalerKind.Pooled => new PooledScaler(Moments(manifest, random)),
        ScalerKind.PerInstrument => new PerInstrumentScaler(
            new Dictionary<string, FeatureMoments> { ["SPY"] = Moments(manifest, random), ["AAPL"] = Moments(manifest, random) }),
        _ => new CrossSectionalScaler()
    };

    private static FeatureMoments Moments(PoolManifest manifest, KeyedRandom random) => new(
        Values(manifest.Features.RowSize, random),
        Array.ConvertAll(Values(manifest.Features.RowSize, random), MathF.Abs));

    private static AsNeededParameters Routers(int inputs, int routers, KeyedRandom random) => new(
        inputs, routers, Values(8 * inputs, random), Values(8, random), Values(10 * routers, random), Values(routers, random));

    private static float[] Values(int count, KeyedRandom random) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextSymmetric(1))];
}
