using System.Globalization;
using System.IO.Compression;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Data.Simulation;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using CsvHelper.Configuration;

namespace AlphaMix.Benchmarks;

/// <summary>Ten years of daily bars of 50 instruments from LEAN's zips.</summary>
[MemoryDiagnoser]
public class LeanFolderBenchmarks
{
    private string _folder = "";
    private string[] _zips = [];

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("alphamix-benchmarks").FullName;
        new MarketSimulator(new MarketSimulatorOptions { Instruments = 50, To = new DateOnly(2023, 12, 31), TickSize = 0.01 }).Write(_folder);
        _zips = Directory.GetFiles(_folder, "*.zip", SearchOption.AllDirectories);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>ZipArchive and CsvHelper: the usual program, and it neither checks nor adjusts.</summary>
    [Benchmark(Baseline = true)]
    public double ZipArchiveAndCsvHelper()
    {
        var total = 0.0;
        foreach (var path in _zips)
        {
            using var zip = ZipFile.OpenRead(path);
            using var reader = new StreamReader(zip.Entries[0].Open());
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false });
            while (csv.Read())
            {
                total += DateTime.ParseExact(csv.GetField(0)!, "yyyyMMdd HH:mm", CultureInfo.InvariantCulture).Day;
                for (var f = 1; f <= 5; f++)
                    total += csv.GetField<double>(f);
            }
        }

        return total;
    }

    [Benchmark]
    public int LeanFolderRead()
    {
        var folder = new LeanFolder(_folder);
        return folder.Instruments(BarResolution.Daily).Sum(instrument => folder.Read(instrument, BarResolution.Daily).Count);
    }
}
