using System.CommandLine;
using System.Text.RegularExpressions;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Lean;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix new lean</c>: a LEAN workspace with an algorithm that trades a pool.</summary>
internal static partial class NewLeanCommand
{
    // The clone's own strategy has this name too: backtest sets the simulator's figures beside LEAN's for it.
    private const string DefaultName = "AlphaMixStrategy";

    private static readonly string[] Taken = ["Data", "storage", "runs"];

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The workspace's folder, new or empty.",
            DefaultValueFactory = _ => "."
        };
        var language = Arguments.Value(
            "--language", "csharp|python", "What the algorithm is written in.", WorkspaceLanguage.CSharp);
        var name = Arguments.Value("--name", "NAME", "Name of the project and of its algorithm's class.", DefaultName);
        name.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<string>() is { } given && !IsUsable(given))
                result.AddError($"--name {given}: expected a class name other than {string.Join(", ", Taken)}.");
        });
        var command = new Command("lean", "Write a LEAN workspace: an algorithm that trades a pool, lean.json, Data/ and storage/.")
        {
            folder, language, name
        };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var workspace = new LeanWorkspace(
                Path.GetFullPath(parsed.GetValue(folder)!), parsed.GetValue(name)!, parsed.GetValue(language));
            workspace.RefuseUsedFolder();
            workspace.Write(PluginPackage.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable("ALPHAMIX_HOME")));
            terminal.Line($"Workspace {workspace.Folder}");
            terminal.Line($"Algorithm {Path.Combine(workspace.Folder, workspace.Name, workspace.MainFile)}");
            terminal.Line("Next      cd there; README.md has the three commands of a first backtest.");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static bool IsUsable(string name) =>
        ClassName().IsMatch(name) && !Taken.Contains(name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
