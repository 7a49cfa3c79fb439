using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Lean;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Cli.Tests.Packages;

/// <summary>The packages as a user has them: installed from a folder, outside the repository.</summary>
[TestFixture]
public class PackageTests
{
    private InstalledTool _tool = null!;

    [OneTimeSetUp]
    public void PackAndInstall()
    {
        _tool = new InstalledTool();
        File.WriteAllText(_tool["config.json"], SimulatedRun.Configuration);
        _tool.Do(_tool.Root, "data", "simulate", "--data", "data", "--instruments", "16", "--from", "2014-01-01", "--to", "2015-12-31");
        _tool.Do(_tool.Root, "train", "config.json", "--data", "data", "--run", "run");
    }

    [OneTimeTearDown]
    public void Clean() => _tool?.Dispose();

    [Test]
    public void Packages_AreTheToolAndThePlugin() => Assert.That(
        Directory.GetFiles(_tool.Packages).Select(Path.GetFileName),
        Is.EquivalentTo(new[] { $"alphamix.{InstalledTool.Version}.nupkg", $"AlphaMix.Lean.{InstalledTool.Version}.nupkg" }));

    [TestCase("alphamix")]
    [TestCase("AlphaMix.Lean")]
    public void Package_HasReadmeIconLicenceSymbolsAndCommit(string id)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(_tool.Packages, $"{id}.{InstalledTool.Version}.nupkg"));
        using var nuspec = zip.GetEntry($"{id}.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single().Elements().ToLookup(each => each.Name.LocalName);
        var own = zip.Entries.Where(entry => entry.Name.StartsWith("AlphaMix.", StringComparison.Ordinal)).ToArray();
        var assemblies = own.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(metadata["license"].Single().Value, Is.EqualTo("Apache-2.0"));
            Assert.That(zip.GetEntry(metadata["icon"].Single().Value)!.Length, Is.InRange(1, 10_000));
            Assert.That(zip.GetEntry(metadata["readme"].Single().Value)!.Length, Is.Positive);
            Assert.That(metadata["description"].Single().Value, Is.Not.Empty.And.Not.EqualTo("Package Description"));
            if (Directory.Exists(Path.Combine(AlphaMix.Testing.Repository.Root, ".git")))
                Assert.That((string?)metadata["repository"].Single().Attribute("commit"), Has.Length.EqualTo(40));
            Assert.That(assemblies, Is.Not.Empty);
            foreach (var assembly in assemblies)
            {
                Assert.That(HasSymbols(assembly), assembly.Name);
                Assert.That(own.Select(entry => entry.Name), Does.Contain(Path.ChangeExtension(assembly.Name, ".xml")));
            }
        });
    }

    [Test]
    public void Tool_Predicts() =>
        Assert.That(_tool.Do(_tool.Root, "predict", "run", "--data", "data", "--date", "2015-08-03"), Does.Contain("2015-08-03"));

    [TestCase("test", "clone the repository")]
    [TestCase("backtest", "is no LEAN workspace")]
    public void Tool_OutsideARepository_SaysWhatTheCommandNeeds(string command, string said)
    {
        var (code, output) = _tool.Run(_tool["data"], command);

        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(output, Does.Contain(said));
    }

    [Test]
    public void NewLean_CSharp_BuildsAndBacktests()
    {
        var workspace = _tool["csharp"];
        _tool.Do(_tool.Root, "new", "lean", "csharp");
        Assert.That(File.ReadAllText(Path.Combine(workspace, "AlphaMixStrategy", "Main.cs")), Does.Contain("public class AlphaMixStrategy : QCAlgorithm"));
        File.Copy(_tool["run/pool.safetensors"], Path.Combine(workspace, "storage", "alphamix", "pool.safetensors"));

        _tool.Do(
            workspace, "dotnet", "build", "AlphaMixStrategy", "--nologo", "--configuration", "Release", "-nodeReuse:false", "-warnaserror",
            "-p:NuGetAudit=false");

        var output = Path.Combine(workspace, "AlphaMixStrategy", "bin", "Release", "net10.0");
        Assert.That(
            Directory.GetFiles(output).Select(Path.GetFileName),
            Is.SupersetOf(new[] { "AlphaMixStrategy.dll", "AlphaMix.Lean.dll", "AlphaMix.Core.dll" }).And.None.EndsWith(".pdb"));
        Assert.That(ConfigurationFile.Read(Path.Combine(workspace, "train.json")).Profile, Is.EqualTo(Profile.Practical));
        Backtest(workspace);
    }

    [Test]
    public void NewLean_Python_HasThePluginBesideTheAlgorithm()
    {
        _tool.Do(_tool.Root, "new", "lean", "python", "--language", "python", "--name", "MyStrategy");

        Assert.That(
            Directory.GetFiles(_tool["python/MyStrategy"]).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "main.py", "config.json", "alphamix.py", "alphamix_pool.py", "AlphaMix.Lean.dll", "AlphaMix.Core.dll" }));
        Assert.That(File.ReadAllText(_tool["python/MyStrategy/main.py"]), Does.Contain("class MyStrategy(QCAlgorithm):"));
        Assert.That(_tool["python/Data/market-hours/market-hours-database.json"], Does.Exist);
        Assert.That(File.ReadAllText(_tool["python/README.md"]), Does.Contain("lean backtest MyStrategy").And.Not.Contain("$"));
        if (PythonRuntime.Find() is null)
            return;
        File.Copy(_tool["run/pool.safetensors"], _tool["python/storage/alphamix/pool.safetensors"]);
        Backtest(_tool["python"]);
    }

    /// <summary>Trades the pool in the real engine, where there is one.</summary>
    private void Backtest(string workspace)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR")))
            return;

        var table = _tool.Do(workspace, "backtest", "--from", "2015-07-01", "--to", "2015-09-30", "--data", _tool["data"]);
        Assert.That(table, Does.Match(@"Total Orders\s+[1-9]"));
    }

    private static bool HasSymbols(ZipArchiveEntry assembly)
    {
        using var copy = new MemoryStream();
        using (var source = assembly.Open())
            source.CopyTo(copy);
        copy.Position = 0;
        using var reader = new PEReader(copy);
        return reader.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }
}
