using AlphaMix.Cli.Console;
using AlphaMix.Core.Routers;

namespace AlphaMix.Cli.Sessions;

/// <summary>A router's name on the command line: upper and lower case are the same.</summary>
internal static class RouterText
{
    /// <summary>Returns the name as the pool has it.</summary>
    /// <param name="text">The name as it was typed.</param>
    /// <param name="routers">The pool's routers.</param>
    /// <exception cref="UsageException">The pool has no such router.</exception>
    public static string Parse(string text, IReadOnlyList<string> routers) => RouterNames.Find(text, routers)
        ?? throw new UsageException($"--router {text}: this pool has {string.Join(", ", routers)}.");
}
