using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// A simulated market in a LEAN data folder, always the same, a pool for it, and the folder of plugins that the launcher loads.
/// </summary>
internal sealed class LiveWorld : IDisposable
{
    private const decimal Cash = 1_000_000;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Initializes a new instance of the <see cref="LiveWorld"/> class: few names, without dividends.</summary>
    public LiveWorld()
    {
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 14, From = new DateOnly(2019, 3, 1), To = new DateOnly(2020, 3, 31), Sectors = 3, LateListingShare = 0,
            HaltProbability = 0, ZeroVolumeProbability = 0, DividendShare = 0
        }).Write(Data);
        Series = PriceLoader.Load(PriceFolder.Open(Data), new DataOptions(), new IntegrityReport(), threads: 2);
        Directory.CreateDirectory(Plugins);
        // LEAN scans the tests' assembly, and with it what that refers to.
        foreach (var file in Directory.EnumerateFiles(TestContext.CurrentContext.TestDirectory, "*.dll"))
        {
            if (!File.Exists(Path.Combine(LivePaperRun.Launcher, Path.GetFileName(file))))
                File.Copy(file, Path.Combine(Plugins, Path.GetFileName(file)));
        }
    }

    /// <summary>Gets the bars, as training reads them.</summary>
    public IReadOnlyList<BarSeries> Series { get; }

    public string Data => _folder["data"];

    public string Plugins => _folder["plugins"];

    public string Results(string name) => _folder[$"results-{name}"];

    /// <summary>Returns a plan with an ObjectStore and an account of its own: a pool, and nothing but cash.</summary>
    public LivePlan Plan(string name, DateTime from, DateTime until)
    {
        var plan = new LivePlan
        {
            Name = name, From = from, Until = until, Storage = _folder[$"storage-{name}"], Account = _folder[$"account-{name}.json"]
        };
        Directory.CreateDirectory(Path.Combine(plan.Storage, "alphamix"));
        PoolArtifact.Write(Pool(seed: 5), Path.Combine(plan.Storage, "alphamix", "pool.safetensors"));
        new KeptAccount(Cash, [], []).Write(plan.Account);
        return plan;
    }

    /// <summary>Returns a pool of three names; another seed, another pool.</summary>
    public Pool Pool(long seed) => TestPool.For(
        Series, ScalerKind.Pooled, topK: 3, fittedThrough: new DateOnly(2020, 2, 14), seed: seed);

    /// <summary>Writes a second pool.</summary>
    /// <returns>Its file.</returns>
    public string WriteSecondPool(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "second.safetensors");
        PoolArtifact.Write(Pool(seed: 6), file);
        return file;
    }

    public void Dispose() => _folder.Dispose();
}
