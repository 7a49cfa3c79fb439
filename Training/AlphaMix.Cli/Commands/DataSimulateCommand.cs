using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix data simulate</c>: a market with a signal of known strength.</summary>
internal static class DataSimulateCommand
{
    private static readonly MarketSimulatorOptions Defaults = new();

    public static Command Create(Terminal terminal)
    {
        var data = Arguments.Data();
        var instruments = Arguments.Value("--instruments", "N", "Number of instruments.", Defaults.Instruments);
        var from = Arguments.Day("--from", "First day.", required: false);
        from.DefaultValueFactory = _ => Defaults.From;
        var to = Arguments.Day("--to", "Last day.", required: false);
        to.DefaultValueFactory = _ => Defaults.To;
        var resolution = Arguments.Resolution();
        var signal = Arguments.Value(
            "--signal", "IC", "Strength of the learnable signal: its correlation with the next day's own return; 0 for none.",
            Defaults.SignalStrength);
        var exchangeable = Arguments.Flag("--exchangeable", "Same beta, volatility and drift for all, no late listing.");
        var seed = Arguments.Value("--seed", "S", "Same seed, same prices.", Defaults.Seed);
        var command = new Command(
            "simulate",
            "Write a simulated market in LEAN's format: factors, volatility regimes, dividends, splits, late listings, halts, and a "
                + "signal of known strength.")
        {
            data, instruments, from, to, resolution, signal, exchangeable, seed
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () =>
        {
            var options = new MarketSimulatorOptions
            {
                Instruments = parsed.GetValue(instruments),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Resolution = parsed.GetValue(resolution),
                SignalStrength = parsed.GetValue(signal),
                Exchangeable = parsed.GetValue(exchangeable),
                Seed = parsed.GetValue(seed)
            };
            Check(options);
            var simulator = new MarketSimulator(options);
            simulator.Write(parsed.GetValue(data)!, cancellation: cancellation);
            terminal.Line($"Simulated {options.Instruments} instruments on {simulator.Days.Count:N0} days into {parsed.GetValue(data)}.");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static void Check(MarketSimulatorOptions options)
    {
        try
        {
            options.Validate();
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message);
        }
    }
}
