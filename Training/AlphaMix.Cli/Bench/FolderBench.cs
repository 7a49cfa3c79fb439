using System.IO.Compression;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// Reading a LEAN folder on one core: unzip, parse, screen, adjust. Counted are the bytes of the CSV inside the zips. Prices are in cents,
/// as exchanges make them and as LEAN's own files have them: how long unzipping takes depends on how much the digits repeat.
/// </summary>
internal sealed class FolderBench : IBench
{
    // Many small methods of the framework take part; the compiler is done with them later than with a loop of our own.
    private const int WarmUpPasses = 150;

    public IReadOnlyList<string> Keys => ["loadMBps"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        var folder = Directory.CreateTempSubdirectory("alphamix-bench").FullName;
        try
        {
            var options =
                new MarketSimulatorOptions { Instruments = context.IsQuick ? 30 : 100, To = new DateOnly(2023, 12, 31), TickSize = 0.01 };
            new MarketSimulator(options).Write(folder);
            var bytes = Directory.EnumerateFiles(folder, "*.zip", SearchOption.AllDirectories).Sum(CsvBytes);
            var bars = 0;
            for (var pass = 0; pass < WarmUpPasses; pass++)
                ReadAll(folder);
            var rates = Spread.Compute(context.Timer
                .Run(() => PairedTimer.ProcessorSeconds(() => bars = ReadAll(folder)))[0]
                .Select(seconds => 1e-6 * bytes / seconds));
            yield return new BenchFigure(
                "loadMBps", "LEAN folder, MB of CSV a second and core", BenchTarget.AtLeast(300), rates.Median,
                Figure.WithQuartiles(
                    rates, $"{options.Instruments} instruments, {bars:N0} bars, {Figure.Text(1e-6 * bytes, "0.0")} MB", "0"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int ReadAll(string folder)
    {
        var prices = new LeanFolder(folder);
        return prices.Instruments(BarResolution.Daily).Sum(instrument => prices.Read(instrument, BarResolution.Daily).Count);
    }

    private static long CsvBytes(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.Sum(entry => entry.Length);
    }
}
