using System.Diagnostics;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests.Reports;

/// <summary>Opens pages in a real browser without a window: Chromium or Chrome where one is installed, else the running test is skipped with the reason.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-extensions", "--allow-file-access-from-files", "--enable-logging=stderr", "--virtual-time-budget=3000", "--window-size=1200,900"
    ];

    /// <summary>Gives the page's document after loading, and what the browser logged.</summary>
    public static (string Document, string Log) Open(string page)
    {
        var program = Find();
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var flag in (string[])[.. Flags, $"--user-data-dir={profile.Root}", "--dump-dom", new Uri(page).AbsoluteUri])
            start.ArgumentList.Add(flag);
        using var process = Process.Start(start)!;
        var log = process.StandardError.ReadToEndAsync();
        var document = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Ignore($"{program} did not finish in a minute.");
        }

        return (document.Result, log.Result);
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))).FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Ignore($"No browser: found none of {string.Join(", ", Names)} in PATH.");
        return found!;
    }
}
