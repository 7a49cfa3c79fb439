using System.Diagnostics;
using System.IO.Compression;
using AlphaMix.Testing;

namespace AlphaMix.Lean.Tests.Packaging;

/// <summary>The NuGet package as a user meets it: packed, restored into a project that knows nothing of this repository, compiled with the readme's snippet.</summary>
public class PackageTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Pack()
    {
        _folder = new TemporaryFolder();
        Dotnet(Root, "pack", "AlphaModels/AlphaMix.Lean", "--configuration", Configuration, "--no-build", "--nologo", "--output", _folder["feed"]);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Package_HoldsBothAssemblies_TheReadme_AndNoLean()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(_folder["feed"], "AlphaMix.Lean.*.nupkg").Single());
        var entries = package.Entries.Select(entry => entry.FullName).ToArray();
        using var nuspec = new StreamReader(package.GetEntry("AlphaMix.Lean.nuspec")!.Open());
        var text = nuspec.ReadToEnd();

        Assert.Multiple(() =>
        {
            Assert.That(entries, Is.SupersetOf(new[] { "lib/net10.0/AlphaMix.Lean.dll", "lib/net10.0/AlphaMix.Core.dll", "lib/net10.0/AlphaMix.Lean.xml", "README.md" }));
            Assert.That(entries.Where(entry => entry.Contains("QuantConnect", StringComparison.Ordinal) || entry.EndsWith(".pdb", StringComparison.Ordinal)), Is.Empty);
            Assert.That(text, Does.Contain("Apache-2.0").And.Not.Contain("QuantConnect.Lean\""));
        });
    }

    [Test]
    public void Package_RestoredIntoAFreshProject_CompilesTheReadmesSnippet()
    {
        var project = _folder["fresh"];
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="package" value="{_folder["feed"]}" />
                <add key="lean" value="{Path.Combine(Root, "eng", "feed")}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(project, "Fresh.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>{_folder["packages"]}</RestorePackagesPath>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="QuantConnect.Lean" Version="2.5.*" />
                <PackageReference Include="AlphaMix.Lean" Version="*" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Main.cs"), Snippet());

        Dotnet(project, "build", "--nologo", "--verbosity", "quiet");

        Assert.That(File.Exists(Path.Combine(project, "bin", "Debug", "net10.0", "Fresh.dll")));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "AlphaMix.Lean.sln")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }

    private static string Configuration => new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;

    private static string Snippet()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "AlphaModels", "AlphaMix.Lean", "README.md"));
        var start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The tests' own host must not lend its settings to another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"dotnet {string.Join(' ', arguments)}\n{output}{error.Result}");
    }
}
