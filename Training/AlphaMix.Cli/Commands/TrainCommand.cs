using System.CommandLine;
using AlphaMix.Cli.Backends;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Training.Backends;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Groups;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix train CONFIG.json</c>: Stages 1 to 3.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var config = new Argument<string>("CONFIG") { Description = "A configuration; examples are in docs/examples." };
        var data = Arguments.Data();
        var run = new Option<string>("--run") { Description = "The run's folder.", Required = true, HelpName = "DIR" };
        var resume = Arguments.Flag("--resume", "Take up a run that was stopped; finished groups are not trained again.");
        var seed = Arguments.Value<long?>("--seed", "S", "Overrides the configuration's seed.");
        var threads = Arguments.Threads();
        var device = Arguments.Device("Where groups are trained");
        var mixed = Arguments.Flag("--mixed-precision", "Let a GPU round the inputs of matrix products (TF32). Not for --device cpu.");
        var set = Arguments.Overrides();
        var walkForward = Arguments.Flag(
            "--walk-forward", "Train one pool a fold, moving the configuration's split through time, and leave them dated with an index.");
        var extension = Arguments.Extensions();
        var command = new Command("train", "Train a pool: search, fresh initialisations of the best, routers (the paper's stages 1 to 3).")
        {
            config, data, run, resume, seed, threads, device, mixed, set, walkForward, extension
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () =>
        {
            string[] overrides = parsed.GetValue(seed) is { } s
                ? [.. parsed.GetValue(set) ?? [], $"seed={s}"]
                : parsed.GetValue(set) ?? [];
            var configuration = ConfigurationFile.Read(
                parsed.GetValue(config)!, overrides, ExtensionLoader.Load(parsed.GetValue(extension)));
            var options = new BackendOptions
            {
                Device = parsed.GetValue(device)!,
                Threads = parsed.GetValue(threads),
                MixedPrecision = parsed.GetValue(mixed)
            };
            var trainer = TrainerOn(options);
            var (prices, folder, resumes) = (PriceFolder.Open(parsed.GetValue(data)!), parsed.GetValue(run)!, parsed.GetValue(resume));
            if (parsed.GetValue(walkForward))
                new WalkForwardSession(terminal, TimeProvider.System, options.Threads, trainer)
                    .Train(configuration, prices, folder, resumes, cancellation);
            else
                new TrainingSession(terminal, TimeProvider.System, options.Threads, trainer)
                    .Train(configuration, prices, folder, resumes, cancellation);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static IGroupSetTrainer? TrainerOn(BackendOptions options)
    {
        if (options.Device != DeviceName.Cpu)
            return TorchBackend.Load(options.Device).CreateTrainer(options);
        return options.MixedPrecision ? throw new UsageException("--mixed-precision needs --device cuda.") : null;
    }
}
