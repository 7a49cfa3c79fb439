using System.Globalization;
using System.IO.Compression;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data;
using BenchmarkDotNet.Attributes;

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
        new MarketSimulator(new MarketSimulatorOptions { Instruments = 50, To = new DateOnly(2023, 12, 31) }).Write(_folder);
        _zips = Directory.GetFiles(_folder, "*.zip", SearchOption.AllDirectories);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>ZipArchive, a reader of lines and strings: the usual program, and it neither checks nor adjusts.</summary>
    [Benchmark(Baseline = true)]
    public double LinesAndStrings()
    {
        var total = 0.0;
        foreach (var path in _zips)
        {
            using var zip = ZipFile.OpenRead(path);
            using var reader = new StreamReader(zip.Entries[0].Open());
            while (reader.ReadLine() is { } line)
            {
                var fields = line.Split(',');
                total += DateTime.ParseExact(fields[0], "yyyyMMdd HH:mm", CultureInfo.InvariantCulture).Day;
                for (var f = 1; f < fields.Length; f++)
                    total += decimal.Parse(fields[f], CultureInfo.InvariantCulture) > 0 ? 1 : 0;
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
