using System.CommandLine;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix experiment</c>: published experiments.</summary>
internal static class ExperimentCommand
{
    public static Command Create(Terminal terminal) =>
        new("experiment", "Repeat a published experiment on your own prices, with honest statistics beside every figure.")
        {
            PaperCommand.Create(terminal)
        };
}
