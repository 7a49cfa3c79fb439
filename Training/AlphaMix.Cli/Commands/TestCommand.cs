using System.CommandLine;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix test</c>: belongs to the repository's script, which takes it before the program is asked.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("test", "Run the repository's tests.") { Hidden = true };
        command.SetAction(_ => Guard.Run(terminal, () => throw new UsageException(
            "test runs the repository's tests, which the tool does not carry: clone the repository and run ./alphamix test there.")));
        return command;
    }
}
