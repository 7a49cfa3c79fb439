using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Import;
using AlphaMix.Training.Data.Loading;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>The paper's US prices, imported once a test run.</summary>
internal static class Acl18
{
    private static readonly Lock Gate = new();
    private static IReadOnlyList<BarSeries>? _series;

    /// <summary>Gives the bars that a configuration of docs/examples asks for, or skips the running test.</summary>
    public static IReadOnlyList<BarSeries> Load(TrainingConfiguration configuration)
    {
        var source = SharedData.Acl18;
        lock (Gate)
        {
            if (_series is null)
            {
                using var folder = new TemporaryFolder();
                CsvImporter.Import(source, folder.Root, CsvFormat.Yahoo, new IntegrityReport());
                _series = PriceLoader.Load(PriceFolder.Open(folder.Root), new DataOptions(), new IntegrityReport());
            }
        }

        return [.. _series.Where(each => !configuration.Data.Exclude.Contains(each.Instrument))];
    }
}
