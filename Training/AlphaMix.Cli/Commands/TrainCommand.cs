using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix train CONFIG.json</c>: Stages 1 to 3.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var config = new Argument<string>("CONFIG") { Description = "A configuration; examples are in docs/examples." };
        var data = Arguments.Data();
        var run = new Option<string>("--run") { Description = "The run's folder.", Required = true, HelpName = "DIR" };
        var resume = new Option<bool>("--resume") { Description = "Take up a run that was stopped; finished groups are not trained again." };
        var seed = new Option<long?>("--seed") { Description = "Overrides the configuration's seed.", HelpName = "S" };
        var threads = Arguments.Threads();
        var device = new Option<string>("--device")
        {
            Description = "Where groups are trained: cpu.",
            DefaultValueFactory = _ => "cpu",
            HelpName = "X"
        };
        var set = new Option<string[]>("--set") { Description = "Overrides a value of the configuration, such as training.epochs=5. Can be repeated.", HelpName = "a.b=c" };
        var walkForward = new Option<bool>("--walk-forward") { Description = "Train one pool a fold, moving the configuration's split through time, and leave them dated with an index." };
        var command = new Command("train", "Train a pool: search, fresh initialisations of the best, routers (the paper's stages 1 to 3).")
        {
            config, data, run, resume, seed, threads, device, set, walkForward
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () =>
        {
            if (parsed.GetValue(device) != "cpu")
            {
                terminal.Error.WriteLine($"--device {parsed.GetValue(device)}: this build trains on the CPU alone. Use --device cpu.");
                return ExitCode.Missing;
            }

            string[] overrides = parsed.GetValue(seed) is { } s
                ? [.. parsed.GetValue(set) ?? [], $"seed={s}"]
                : parsed.GetValue(set) ?? [];
            var configuration = ConfigurationFile.Read(parsed.GetValue(config)!, overrides);
            if (parsed.GetValue(walkForward))
            {
                new WalkForwardSession(terminal, TimeProvider.System, parsed.GetValue(threads))
                    .Train(configuration, PriceFolder.Open(parsed.GetValue(data)!), parsed.GetValue(run)!, parsed.GetValue(resume), cancellation);
                return ExitCode.Ok;
            }

            var session = new TrainingSession(terminal, TimeProvider.System, parsed.GetValue(threads));
            session.Train(configuration, PriceFolder.Open(parsed.GetValue(data)!), parsed.GetValue(run)!, parsed.GetValue(resume), cancellation);
            return ExitCode.Ok;
        }));
        return command;
    }
}
