using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Runs;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix demo</c>: the main job end to end on a simulated market.</summary>
internal static class DemoCommand
{
    // Says that a folder was made by the demo, which may therefore replace it.
    private const string Marker = "made-by-alphamix-demo";

    public static Command Create(Terminal terminal)
    {
        var output = new Option<string>("--out")
        {
            Description = "The demo's folder; an earlier demo there is replaced.",
            DefaultValueFactory = _ => Path.Combine(Home, "runs", "demo"),
            HelpName = "DIR"
        };
        var signal = new Option<double>("--signal")
        {
            Description = "Strength of the market's signal; 0 for none.",
            DefaultValueFactory = _ => 0.15,
            HelpName = "IC"
        };
        var seed = new Option<long>("--seed") { Description = "Seed of market and pool.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var threads = Arguments.Threads();
        var command = new Command("demo", "Everything on a simulated market: data, pool, routers, evaluation, report.html, artifact.")
        {
            output, signal, seed, threads
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () =>
        {
            var root = Clear(parsed.GetValue(output)!);
            var market = new MarketSimulatorOptions
            {
                Instruments = 80,
                From = new DateOnly(2013, 1, 1),
                To = new DateOnly(2018, 12, 31),
                SignalStrength = parsed.GetValue(signal),
                Seed = parsed.GetValue(seed)
            };
            market.Validate();
            Run(terminal, root, market, parsed.GetValue(threads), cancellation);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static string Home => Environment.GetEnvironmentVariable("ALPHAMIX_HOME") ?? Directory.GetCurrentDirectory();

    private static void Run(Terminal terminal, string root, MarketSimulatorOptions market, int threads, CancellationToken cancellation)
    {
        var data = Path.Combine(root, "data");
        new MarketSimulator(market).Write(data, cancellation: cancellation);
        terminal.Line(
            $"Simulated {market.Instruments} instruments, {market.From:yyyy} to {market.To:yyyy}, with a signal of strength "
                + $"{market.SignalStrength}.");

        var prices = PriceFolder.Open(data);
        var configuration = Configuration(market.Seed);
        var pool = new TrainingSession(terminal, TimeProvider.System, threads)
            .Train(configuration, prices, Path.Combine(root, "run"), resume: false, cancellation);

        var series = PriceLoader.Load(prices, configuration.Data, new IntegrityReport(), threads);
        DatedPool[] pools = [new(configuration.Split.TestFrom, configuration.Split.TestTo, pool)];
        var session = new EvaluationSession(
            pools, series, new EvaluationRequest { CostsBps = [5], WithOverfitting = true, WithComparators = true, Threads = threads });
        var outcome = session.Evaluate();
        terminal.Line();
        EvaluationPrinter.Print(terminal, [outcome.Result]);

        var report = Path.Combine(root, "report.html");
        ReportFile.Write(report, outcome, session.Examine(outcome), "AlphaMix demo: a simulated market");
        File.WriteAllText(Path.Combine(root, "evaluation.json"), EvaluationJson.ToString([outcome.Result]));
        var artifact = Path.Combine(Home, "storage", "alphamix", "demo.safetensors");
        Directory.CreateDirectory(Path.GetDirectoryName(artifact)!);
        PoolArtifact.Write(pool, artifact);
        terminal.Line($"Report    {report}");
        terminal.Line($"Artifact  {artifact}");
    }

    private static TrainingConfiguration Configuration(long seed) => new()
    {
        // Orders sent at the close fill at the next open, and so is the label.
        Label = new LabelOptions { Kind = LabelSpec.OpenToOpenName },
        Split = new()
        {
            TrainFrom = new DateOnly(2013, 1, 1),
            ValidationFrom = new DateOnly(2017, 1, 1),
            TestFrom = new DateOnly(2018, 1, 1),
            TestTo = new DateOnly(2019, 1, 1)
        },
        Search = new SearchOptions { BatchSize = [64, 128], HiddenSize = [32, 64], LearningRate = [5e-4, 1e-3] },
        Pool = new PoolOptions { TopK = 3, Initialisations = 3 },
        Seed = seed
    };

    private static string Clear(string root)
    {
        var marker = Path.Combine(root, Marker);
        if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            if (!File.Exists(marker))
                throw new RunException($"{root}: the folder is not empty and was not made by the demo. Choose another with --out.");
            Directory.Delete(root, recursive: true);
        }

        Directory.CreateDirectory(root);
        File.WriteAllText(marker, "");
        return root;
    }
}
