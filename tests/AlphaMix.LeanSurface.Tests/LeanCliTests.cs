using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaMix.Testing;

namespace AlphaMix.LeanSurface.Tests;

/// <summary>
/// What the LEAN command line does to this repository before a backtest: it looks at every csproj below the root, puts its own LEAN in the place of our
/// package, and builds Algorithms or Retraining with its own properties below a Directory.Build.props of its own. Replayed without its container.
/// </summary>
public partial class LeanCliTests
{
    [Test]
    public void EveryProject_SaysWhatTheCommandLineLooksFor() => Assert.Multiple(() =>
    {
        foreach (var file in Projects(LeanAssemblies.Root))
        {
            var project = XDocument.Load(file);
            Assert.That(project.Descendants("TargetFramework").Select(element => element.Value), Is.EqualTo(new[] { "net10.0" }), file);
            Assert.That(project.Descendants("DefaultItemExcludes"), Is.Not.Empty, $"{file}: without it the command line rewrites the file");
        }
    });

    [TestCase("Algorithms")]
    [TestCase("Retraining")]
    public void LeanProject_HasOneCsproj_NamedAsItsFolder_ItsSettings_AndAnAlgorithmInMain(string name)
    {
        var folder = Path.Combine(LeanAssemblies.Root, name);
        var projects = Directory.GetFiles(folder, "*.csproj");

        Assert.That(projects.Select(Path.GetFileName), Is.EqualTo(new[] { name + ".csproj" }));
        Assert.That(XDocument.Load(projects[0]).Descendants("AssemblyName").Single().Value, Is.EqualTo(name));
        Assert.That(File.ReadAllText(Path.Combine(folder, "Main.cs")), Does.Match(@"class\s*([^\s:]+)\s*:\s*QCAlgorithm"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "config.json")), Does.Contain("\"algorithm-language\": \"CSharp\""));
    }

    [Test]
    public void Algorithms_BuildWithThePluginAlone_AndNoTrainer()
    {
        var tail = Path.GetRelativePath(
            Path.Combine(LeanAssemblies.Root, "tests", "AlphaMix.LeanSurface.Tests"), TestContext.CurrentContext.TestDirectory);
        var output = Directory.GetFiles(Path.Combine(LeanAssemblies.Root, "Algorithms", tail), "*.dll").Select(Path.GetFileName);

        Assert.That(output, Is.SupersetOf(new[] { "Algorithms.dll", "AlphaMix.Lean.dll", "AlphaMix.Core.dll" }));
        Assert.That(output, Has.None.EqualTo("AlphaMix.Training.dll").And.None.EqualTo("AlphaMix.Evaluation.dll"));
    }

    [TestCase("Algorithms", "HistoryExporter")]
    [TestCase("Retraining", null)]
    public void CompileStep_Builds_WithoutPackingTheSurface_AndTheLauncherRunsAlgorithms(string name, string? algorithm)
    {
        _ = LeanAssemblies.Real();
        var lean = Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR")!;
        using var folder = new TemporaryFolder();
        var root = folder["LeanCLI"];
        Copy(LeanAssemblies.Root, root);
        foreach (var project in Projects(root))
            UseLean(project, lean);
        // Mounted by the command line at the container's root; its Windows users' paths never reach MSBuild.
        File.WriteAllText(folder["Directory.Build.props"], $"""
            <Project>
              <PropertyGroup>
                <BaseIntermediateOutputPath>{folder["Compile"]}/obj/$(MSBuildProjectName)/</BaseIntermediateOutputPath>
                <IntermediateOutputPath>{folder["Compile"]}/obj/$(MSBuildProjectName)/</IntermediateOutputPath>
                <DefaultItemExcludes>$(DefaultItemExcludes);backtests/*/code/**;live/*/code/**;optimizations/*/code/**</DefaultItemExcludes>
                <NoWarn>CS0618</NoWarn>
              </PropertyGroup>
            </Project>
            """);
        var output = Path.Combine(folder["Compile"], "bin");
        string[] properties =
        [
            "Configuration=Debug", "Platform=AnyCPU", "TargetFramework=net10.0", $"OutputPath={output}", "GenerateAssemblyInfo=false",
            "GenerateTargetFrameworkAttribute=false", "AppendTargetFrameworkToOutputPath=false", "AutomaticallyUseReferenceAssemblyPackages=false",
            "CopyLocalLockFileAssemblies=true", $"PathMap=/LeanCLI={root}", "NoWarn=MSB3277"
        ];

        Run("dotnet", root, "build", Path.Combine(root, name, name + ".csproj"), "-nodeReuse:false", "-p:" + string.Join(';', properties));

        Assert.Multiple(() =>
        {
            foreach (var assembly in new[] { name, "AlphaMix.Lean", "AlphaMix.Core" })
                Assert.That(File.Exists(Path.Combine(output, assembly + ".dll")), assembly);
            Assert.That(File.Exists(Path.Combine(output, "AlphaMix.Training.dll")), Is.EqualTo(name == "Retraining"), "the trainer");
            Assert.That(File.Exists(Path.Combine(folder["Compile"], "obj", name, "project.assets.json")), "the command line copies packages by this file");
            Assert.That(Directory.GetFiles(Path.Combine(root, "eng", "feed"), "*.nupkg"), Is.Empty, "the surface has no place in LEAN's container");
            Assert.That(Directory.GetFiles(output, "QuantConnect.*.dll"), Is.Empty, "LEAN's own assemblies stay where they are");
        });
        if (algorithm is not null)
            Backtest(lean, Path.Combine(output, name + ".dll"), algorithm, folder["results"]);
    }

    /// <summary>Runs an algorithm that needs neither pool nor prices: the exporter.</summary>
    private static void Backtest(string lean, string assembly, string algorithm, string results)
    {
        Directory.CreateDirectory(results);
        Run(
            "dotnet", results, Path.Combine(lean, "QuantConnect.Lean.Launcher.dll"), "--config", Path.Combine(LeanAssemblies.Root, "lean.json"), "--environment", "backtesting",
            "--algorithm-language", "CSharp", "--algorithm-type-name", algorithm, "--algorithm-location", assembly, "--parameters", "from:2020-01-02,to:2020-01-10",
            "--data-folder", Path.Combine(LeanAssemblies.Root, "Data"), "--results-destination-folder", results, "--close-automatically", "true");
    }

    private static void UseLean(string file, string lean)
    {
        var project = XDocument.Load(file);
        var references = project.Descendants("PackageReference").Where(element => ((string?)element.Attribute("Include"))?.StartsWith("QuantConnect.", StringComparison.Ordinal) == true).ToArray();
        foreach (var reference in references.Skip(1))
            reference.Remove();
        if (references.Length > 0)
        {
            references[0].ReplaceWith(new XElement(
                "Reference", new XAttribute("Include", Path.Combine(lean, "*.dll")), new XElement("Private", "False")));
            project.Save(file);
        }
    }

    /// <summary>Copies what a working tree has, stale obj folders of what the command line compiles included, without outputs, data and packages.</summary>
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file).Replace('\\', '/');
            if (!LeftOut().IsMatch(path) && (path.StartsWith("AlphaModels/", StringComparison.Ordinal) || path.StartsWith("Algorithms/", StringComparison.Ordinal) || path.StartsWith("Retraining/", StringComparison.Ordinal) || !path.Contains("/obj/", StringComparison.Ordinal)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
                File.Copy(file, Path.Combine(to, path));
            }
        }
    }

    private static IEnumerable<string> Projects(string root) =>
        Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static void Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // The tests' own host must not lend its settings to another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name == "ALPHAMIX_STRICT").ToArray())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{output}{error.Result}");
    }

    [GeneratedRegex(@"^(\.git|storage|runs|Data/(?!market-hours|symbol-properties)|docs)/|/bin/|^bin/|\.nupkg$|/backtests/|/TestResults/")]
    private static partial Regex LeftOut();
}
