using System.Diagnostics;
using AlphaMix.Core.Artifacts;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Lean.EngineTests;

/// <summary>The package, made as docs/lean.md says, serves a project that knows nothing of ours but LEAN's own assemblies.</summary>
[NonParallelizable]
public class PackageTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
            <DebugType>embedded</DebugType>
            <RestorePackagesPath>cache</RestorePackagesPath>
            <NoWarn>$(NoWarn);MSB3277;MSB3243</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AlphaMix.Lean" Version="*" />
            <Reference Include="$(LEAN_LAUNCHER_DIR)/*.dll" Exclude="$(LEAN_LAUNCHER_DIR)/QuantConnect.Lean.Launcher.dll" Private="false" />
          </ItemGroup>
        </Project>
        """;

    // Every constructor that has a twin for Python, and options: what a project compiled against LEAN's own assemblies could not call.
    private const string Algorithm = """
        using System;
        using AlphaMix.Core.Portfolios;
        using AlphaMix.Lean;
        using QuantConnect;
        using QuantConnect.Algorithm;

        public class Foreign : QCAlgorithm
        {
            public override void Initialize()
            {
                SetStartDate(2020, 1, 2);
                SetEndDate(2020, 3, 31);
                SetBenchmark(_ => 1m);
                UniverseSettings.Resolution = Resolution.Daily;
                foreach (var ticker in GetParameter("tickers", "").Split(';'))
                    AddEquity(ticker, Resolution.Daily);
                var options = new AlphaMixPortfolioOptions { MaxTurnover = 0.5, Mixture = new RecordMixture() };
                _ = new AlphaMixPortfolioConstructionModel(Resolution.Daily);
                _ = new AlphaMixPortfolioConstructionModel((Func<DateTime, DateTime?>)null, options);
                AddAlpha(new AlphaMixAlphaModel(this, new AlphaMixAlphaModelOptions { TopK = 3 }));
                SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel(options, Resolution.Daily));
            }
        }
        """;

    [Test]
    public void ForeignProject_CompilesAgainstThePackage_AndTrades()
    {
        using var folder = new TemporaryFolder();
        Dotnet(Repository.Root, "pack", "AlphaModels/AlphaMix.Lean", "--configuration", "Release", "--output", folder["packages"]);
        Directory.CreateDirectory(folder["foreign"]);
        File.WriteAllText(folder["foreign/Foreign.csproj"], Project);
        File.WriteAllText(folder["foreign/Foreign.cs"], Algorithm);
        File.WriteAllText(
            folder["foreign/nuget.config"],
            $"<configuration><packageSources><clear /><add key=\"own\" value=\"{folder["packages"]}\" /></packageSources></configuration>");
        Dotnet(folder["foreign"], "build", "--configuration", "Release", "--output", folder["out"]);
        var tickers = WriteMarketAndPool(folder);

        var run = LauncherRun.Run(
            "Foreign", folder["out/Foreign.dll"], folder["out"], folder["data"], folder["storage"], folder["results"],
            new() { ["tickers"] = tickers });

        Assert.That(run.Orders, Is.GreaterThan(30), run.Log);
    }

    private static string WriteMarketAndPool(TemporaryFolder folder)
    {
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 12, From = new DateOnly(2019, 6, 3), To = new DateOnly(2020, 7, 31), Sectors = 2
        }).Write(folder["data"]);
        var series = PriceLoader.Load(PriceFolder.Open(folder["data"]), new DataOptions(), new IntegrityReport(), threads: 2);
        Directory.CreateDirectory(folder["storage/alphamix"]);
        PoolArtifact.Write(TestPool.For(series, fittedThrough: new DateOnly(2019, 12, 31)), folder["storage/alphamix/pool.safetensors"]);
        return string.Join(';', series.Select(each => each.Instrument));
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, said);
    }
}
