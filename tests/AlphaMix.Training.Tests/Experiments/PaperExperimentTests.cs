using AlphaMix.Core.Features;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Runs;
using AlphaMix.Training.Tests.Pools;
using AlphaMix.Training.Tests.Scoring;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Training.Tests.Experiments;

[TestFixture]
internal sealed class PaperExperimentTests
{
    private static readonly IReadOnlyList<BarSeries> Series = SmallMarket.Generate(signal: 0.2);

    private static PaperExperimentOptions Options => new()
    {
        Configuration = SmallMarket.Configuration() with { Search = new SearchOptions { BatchSize = [32, 64], HiddenSize = [8], LearningRate = [1e-3] } },
        Seeds = 2,
        Baselines = ["MLP"],
        Portfolios = 20,
        Replications = 50
    };

    [Test]
    public void Run_StoppedAndTakenUpAgain_GivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Seeds = 1 };
        Run(folder["whole"], options);
        using var stop = new CancellationTokenSource();

        Assert.That(() => Run(folder["stopped"], options, new StopAfter(3, folder["stopped"], stop), stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        var kept = Directory.GetFiles(folder["stopped/tasks"]).Length;
        Run(folder["stopped"], options);

        Assert.Multiple(() =>
        {
            Assert.That(kept, Is.GreaterThanOrEqualTo(3).And.LessThan(Directory.GetFiles(folder["whole/tasks"]).Length));
            foreach (var file in Directory.GetFiles(folder["whole"], "*", SearchOption.AllDirectories))
            {
                var other = file.Replace(folder["whole"], folder["stopped"], StringComparison.Ordinal);
                Assert.That(File.ReadAllBytes(other).AsSpan().SequenceEqual(File.ReadAllBytes(file)), Path.GetFileName(file));
            }
        });
    }

    [Test]
    public void Run_TwoThreads_GivesTheSameBytesAsOne()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Seeds = 1, Only = [ExperimentPart.Table4, ExperimentPart.Departures] };

        Run(folder["one"], options);
        Run(folder["two"], options with { Threads = 2 });

        Assert.That(File.ReadAllText(folder["two/experiment.json"]), Is.EqualTo(File.ReadAllText(folder["one/experiment.json"])));
    }

    [Test]
    public void Run_MoreSeeds_KeepsTheUnitsThatAreThere()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Only = [ExperimentPart.Table4], Baselines = [] };
        Run(folder["run"], options with { Seeds = 1 });
        var first = File.ReadAllText(folder["run/tasks/alphamix-seed-1.json"]);
        File.SetLastWriteTimeUtc(folder["run/tasks/alphamix-seed-1.json"], DateTime.UnixEpoch);

        var result = Run(folder["run"], options);

        Assert.Multiple(() =>
        {
            Assert.That(result.Tasks.Select(task => task.Key), Is.EqualTo(new[] { "alphamix/seed-1", "alphamix/seed-2" }));
            Assert.That(File.GetLastWriteTimeUtc(folder["run/tasks/alphamix-seed-1.json"]), Is.EqualTo(DateTime.UnixEpoch), "not written again");
            Assert.That(File.ReadAllText(folder["run/tasks/alphamix-seed-1.json"]), Is.EqualTo(first));
        });
    }

    [Test]
    public void Run_DamagedUnit_IsDoneAgain()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Seeds = 1, Only = [ExperimentPart.Table4], Baselines = [] };
        Run(folder["run"], options);
        var whole = File.ReadAllText(folder["run/tasks/alphamix-seed-1.json"]);
        File.WriteAllText(folder["run/tasks/alphamix-seed-1.json"], whole[..(whole.Length / 2)]);

        Run(folder["run"], options);

        Assert.That(File.ReadAllText(folder["run/tasks/alphamix-seed-1.json"]), Is.EqualTo(whole));
    }

    private static IEnumerable<TestCaseData> OtherSettings =>
    [
        new TestCaseData(Options with { CostBps = 7 }, "it has \"costBps\": 5.0,, this one \"costBps\": 7.0,").SetName("another cost"),
        new TestCaseData(Options with { Configuration = Options.Configuration with { Training = new TrainingOptions { Epochs = 3 } } },
            "\"epochs\": 2").SetName("another configuration"),
        new TestCaseData(Options with { Departures = DepartureSet.All }, "\"switches\": []").SetName("another protocol")
    ];

    [TestCaseSource(nameof(OtherSettings))]
    public void Open_AnotherSetting_IsRefused_AndSaysWhatDiffers(PaperExperimentOptions other, string difference)
    {
        using var folder = new TemporaryFolder();
        ExperimentFolder.Open(folder["run"], Options, Series);

        Assert.That(() => ExperimentFolder.Open(folder["run"], other, Series), Throws.TypeOf<RunException>()
            .With.Message.Contains("begun with another setting").And.Message.Contains(difference));
    }

    [Test]
    public void Open_OtherPrices_IsRefused()
    {
        using var folder = new TemporaryFolder();
        ExperimentFolder.Open(folder["run"], Options, Series);

        Assert.That(() => ExperimentFolder.Open(folder["run"], Options, SmallMarket.Generate(seed: 2)),
            Throws.TypeOf<RunException>().With.Message.Contains("the prices are others"));
    }

    [Test]
    public void Open_ResultsOfAnEarlierVersion_AreRefused_AndSaidToBe()
    {
        using var folder = new TemporaryFolder();
        ExperimentFolder.Open(folder["run"], Options, Series);
        Directory.CreateDirectory(folder["run/units"]);

        Assert.That(() => ExperimentFolder.Open(folder["run"], Options, Series),
            Throws.TypeOf<RunException>().With.Message.Contains("found units/, the results of an earlier version").And.Message.Contains("--out"));
    }

    [Test]
    public void Open_AFolderOfSomethingElse_IsRefused_AndLeftAlone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["precious.txt"], "mine");

        Assert.That(() => ExperimentFolder.Open(folder.Root, Options, Series), Throws.TypeOf<RunException>().With.Message.Contains("holds no experiment"));
        Assert.That(Directory.GetFileSystemEntries(folder.Root), Has.Length.EqualTo(1));
    }

    [Test]
    public void Run_TheHonestPool_EarnsWhatTheProductsEvaluationSays()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Seeds = 1, Only = [ExperimentPart.Table4], Baselines = [] };
        var pool = new PoolTrainer(options.Configuration, new SimdGroupTrainer(), 1).Train(Series).Pool;
        var expected = TestSpan.Evaluate(TestSpan.Create(pool, Series), new EvaluatorOptions { Seed = 1, Portfolios = 20, Replications = 50 }, costBps: 5).Result;

        var task = Run(folder["run"], options).Tasks.Single();

        Assert.Multiple(() =>
        {
            Assert.That(task.Portfolios.Select(each => each.Net), Is.EqualTo(expected.Strategies.Select(router => router.Net.Paper)));
            Assert.That(task.Portfolios.Select(each => each.BeatsPermutedNet), Is.EqualTo(expected.Strategies.Select(router =>
                router.PercentileAmongPermutedNet)));
            Assert.That(task.Portfolios.Select(each => each.Verdict!.P), Is.EqualTo(expected.Strategies.Select(router => router.Statistics.DifferenceP)));
            Assert.That(task.Market.EqualWeight, Is.EqualTo(expected.EqualWeight.Gross.Paper));
        });
    }

    [Test]
    public void Run_TheHonestPool_IsDeflatedByEveryUseOfTheValidationSpan()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Seeds = 1, Only = [ExperimentPart.Table4], Baselines = [] };
        var uses = new PoolTrainer(options.Configuration, new SimdGroupTrainer(), 1).Train(Series).Pool.Manifest.ValidationUses;

        var portfolios = Run(folder["run"], options).Tasks.Single().Portfolios;

        Assert.Multiple(() =>
        {
            // Two combinations ranked, four groups in order and the three routers between them, and what W and S tried.
            Assert.That(uses["topK"] + uses["R"], Is.EqualTo(2 + 4 + 3));
            Assert.That(uses["W"] + uses["S"], Is.GreaterThan(4));
            Assert.That(portfolios.Select(each => each.Verdict!.Trials), Is.All.EqualTo(uses.Values.Sum()));
            foreach (var each in portfolios)
            {
                // The bar that so many trials set for a Sharpe ratio of the whole span, whose deviation without skill is about 1.
                var bar = DeflatedSharpe.ExpectedMaximum(uses.Values.Sum(), 1);
                Assert.That(each.Verdict!.Deflated, Is.EqualTo(Normal.CDF(0, 1, each.Net.SharpeRatio - bar)).Within(0.03), each.Name);
            }
        });
    }

    [Test]
    public void Run_AMissingBaseline_IsListedWithTheReason()
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Seeds = 1, Only = [ExperimentPart.Table3], Baselines = ["MLP"] };

        var result = Run(folder["run"], options);

        Assert.Multiple(() =>
        {
            Assert.That(result.Missing.Select(each => each.Name), Has.None.EqualTo("MLP").And.Contains("GRU").And.Contains("CatBoost"));
            Assert.That(result.Missing.Single(each => each.Name == "DeepEns").Reason, Does.Contain("not asked for"));
            Assert.That(File.ReadAllText(folder["run/report.md"]), Does.Contain("Missing: ").And.Contains("TorchSharp"));
        });
    }

    [Test]
    public void Run_ABaselineWithoutChance_IsTrainedOnce()
    {
        using var folder = new TemporaryFolder();

        var result = Run(folder["run"], Options with { Seeds = 2, Only = [ExperimentPart.Table3], Baselines = ["MLP", "CatBoost"] });

        Assert.Multiple(() =>
        {
            Assert.That(result.TasksOf("CatBoost").Select(task => task.Key), Is.EqualTo(new[] { "catboost/seed-1" }));
            Assert.That(result.TasksOf("MLP"), Has.Count.EqualTo(2));
            Assert.That(result.TasksOf("CatBoost")[0].Portfolios[0].Parameters, Is.EqualTo(2000 * 15 + 1), "questions and leaves of depth 3");
            Assert.That(File.ReadAllText(folder["run/report.md"]), Does.Contain("| CatBoost |"));
        });
    }

    [Test]
    public void Run_AsPublished_SaysThatItsFiguresAreNoEvidence()
    {
        using var folder = new TemporaryFolder();

        Run(folder["run"], Options with { Seeds = 1, Departures = DepartureSet.All, Only = [ExperimentPart.Table4], Baselines = [] });

        Assert.That(File.ReadAllText(folder["run/report.html"]), Does.Contain("which are no evidence").And.Contain("scrambled-average"));
    }

    private static ExperimentResult Run(string root, PaperExperimentOptions options, ITrainingObserver? observer = null,
        CancellationToken cancellation = default)
    {
        var folder = ExperimentFolder.Open(root, options, Series);
        var result = new PaperExperiment(options, Series, CpuBaselines.All, "needs TorchSharp", new StoppedClock()).Run(folder,
            observer ?? new SilentObserver(), cancellation);
        ExperimentFiles.Write(folder, result);
        return result;
    }

    // Seconds are the one thing that differs between two runs.
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private sealed class StopAfter(int tasks, string root, CancellationTokenSource stop) : ITrainingObserver
    {
        public void StageStarted(TrainingStage stage, double work)
        {
        }

        public void Advanced(double work)
        {
            if (Directory.Exists(Path.Combine(root, "tasks")) && Directory.GetFiles(Path.Combine(root, "tasks")).Length >= tasks)
                stop.Cancel();
        }

        public void GroupFinished(TrainedGroup group, bool fromCheckpoint)
        {
        }

        public void Note(string message)
        {
        }
    }
}
