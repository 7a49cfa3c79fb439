using System.Diagnostics;
using AlphaMix.Cli.Console;

namespace AlphaMix.Cli.Tests;

/// <summary>Runs the program: in this process, or in one of its own that can be killed.</summary>
internal static class Alphamix
{
    /// <summary>What a run printed and returned.</summary>
    public sealed record Outcome(int Code, string Output, string Error);

    public static Outcome Run(params string[] args) => Run(TimeProvider.System, args);

    /// <summary>Runs a command at another time than now.</summary>
    /// <param name="now">The time, in UTC, such as <c>2015-07-01T20:30:00Z</c>.</param>
    /// <param name="args">The command line.</param>
    public static Outcome RunAt(string now, params string[] args) =>
        Run(new StoppedClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)), args);

    /// <summary>Runs a command that must succeed, and gives what it printed.</summary>
    public static string Do(params string[] args)
    {
        var outcome = Run(args);
        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Ok), $"alphamix {string.Join(' ', args)}: {outcome.Error}");
        return outcome.Output;
    }

    /// <summary>Starts a process of the program's own.</summary>
    /// <param name="folder">Its working folder, also the home that demo writes below.</param>
    /// <param name="args">The command line.</param>
    public static Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.ArgumentList.Add(typeof(Application).Assembly.Location);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment["ALPHAMIX_HOME"] = folder;
        return Process.Start(start)!;
    }

    private static Outcome Run(TimeProvider clock, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Application.RunAsync(args, output, error, clock).GetAwaiter().GetResult();
        return new Outcome(code, output.ToString(), error.ToString());
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
