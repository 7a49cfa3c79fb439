using System.CommandLine;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix data</c>: makes, imports and checks LEAN-format prices.</summary>
internal static class DataCommand
{
    public static Command Create(Terminal terminal) => new("data", "Make, import or check price history in LEAN's format.")
    {
        DataSimulateCommand.Create(terminal),
        new Command("import", "Import price history into a LEAN data folder.")
        {
            DataImportCommand.Csv(terminal), DataImportCommand.Yahoo(terminal)
        },
        DataCheckCommand.Create(terminal)
    };
}
