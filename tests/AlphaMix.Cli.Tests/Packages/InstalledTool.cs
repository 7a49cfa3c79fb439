using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests.Packages;

/// <summary>Both packages, packed from this build, and the tool installed from their folder: no other source is asked.</summary>
internal sealed class InstalledTool : IDisposable
{
    // Not the version of a package that may lie in the machine's cache.
    public const string Version = "0.1.0-test";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment;

    public InstalledTool()
    {
        _environment = new Dictionary<string, string?>
        {
            ["ALPHAMIX_HOME"] = null,
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["NUGET_PACKAGES"] = _folder["cache"]
        };
        var configuration = new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;
        var root = AlphaMix.Testing.Repository.Root;
        var plugin = Path.Combine(root, "AlphaModels", "AlphaMix.Lean", "bin", configuration, "net10.0", "AlphaMix.Lean.dll");
        var feed = Path.Combine(root, "eng", "feed");
        if (!File.Exists(plugin) || Directory.GetFiles(feed, "*.nupkg").Length == 0)
            Assert.Ignore($"The solution was not built here: there is no {plugin}, or no package in eng/feed.");

        File.WriteAllText(
            _folder["nuget.config"],
            $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{Packages}" /><add key="feed" value="{feed}" /></packageSources>
            </configuration>
            """);
        Do(root, "dotnet", "pack", "Training/AlphaMix.Cli", "--no-build", "--nologo", "-nodeReuse:false", "--configuration", configuration,
            "--output", Packages, $"-p:PackageVersion={Version}");
        Do(Root, "dotnet", "tool", "install", "alphamix", "--tool-path", _folder["tools"], "--version", Version);
    }

    public string Root => _folder.Root;

    public string Packages => _folder["packages"];

    public string this[string name] => _folder[name];

    /// <summary>Runs the installed program.</summary>
    public (int Code, string Output) Run(string folder, params string[] arguments) =>
        Dotnet.Start(Path.Combine(_folder["tools"], OperatingSystem.IsWindows() ? "alphamix.exe" : "alphamix"), folder, _environment, arguments);

    /// <summary>Runs the installed program, which must succeed.</summary>
    public string Do(string folder, params string[] arguments)
    {
        var (code, output) = arguments[0] == "dotnet" ? Dotnet.Start("dotnet", folder, _environment, arguments[1..]) : Run(folder, arguments);
        Assert.That(code, Is.Zero, $"{string.Join(' ', arguments)}\n{output}");
        return output;
    }

    public void Dispose() => _folder.Dispose();
}
