using System.CommandLine;
using System.CommandLine.Help;
using AlphaMix.Cli.Commands;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli;

/// <summary>The <c>alphamix</c> program.</summary>
public static class Application
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives the one line that says what is wrong.</param>
    /// <param name="clock">Dates the entries of a journal; null takes the system's.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        var terminal = new Terminal(output, error);
        // A plain command, since a root command goes by the name of its assembly.
        var root = new Command(
            "alphamix",
            "AlphaMix for LEAN: trains a pool of trading experts from price history, evaluates it honestly, and writes the artifact that "
                + "the LEAN plugin reads.")
        {
            DemoCommand.Create(terminal),
            new Command("new", "Make a workspace of the LEAN engine.") { NewLeanCommand.Create(terminal) },
            DataCommand.Create(terminal),
            TrainCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            ExperimentCommand.Create(terminal),
            ReportCommand.Create(terminal),
            PredictCommand.Create(terminal, clock ?? TimeProvider.System),
            JournalCommand.Create(terminal),
            InspectCommand.Create(terminal),
            BacktestCommand.Create(terminal),
            BenchCommand.Create(terminal),
            TestCommand.Create(terminal),
            new HelpOption(),
            new VersionOption()
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{string.Join(" ", parsed.Errors.Select(fault => fault.Message))} Try --help.");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Time for running groups to notice Ctrl+C; finished ones are in the run folder already.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10)
        });
    }
}
