using AlphaMix.Core.Features;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Data.Loading;

/// <summary>Reads the bars a run or an evaluation needs.</summary>
internal static class PriceLoader
{
    /// <summary>Reads all instruments that the options ask for.</summary>
    /// <param name="folder">A folder of prices.</param>
    /// <param name="options">
    /// Which instruments and bars; an instrument is named by its permtick, or by the ticker under which it traded last.
    /// </param>
    /// <param name="report">Receives what was noticed in the files.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <returns>One series an instrument, in ordinal order.</returns>
    /// <exception cref="DataException">The folder has no instrument of that resolution, lacks one that was asked for, or a file cannot be
    /// read.</exception>
    public static IReadOnlyList<BarSeries> Load(IPriceFolder folder, DataOptions options, IntegrityReport report, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        var present = folder.Instruments(options.Resolution);
        var wanted = (options.Instruments ?? present).Select(Permtick).Except(options.Exclude.Select(Permtick), StringComparer.Ordinal)
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        var missing = wanted.Except(present, StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
            throw new DataException(
                $"{folder.Root}: found no {options.Resolution.ToString().ToLowerInvariant()} prices of {string.Join(", ", missing)}; it "
                    + $"has {present.Count} instruments.");
        if (wanted.Length == 0)
            throw new DataException(
                $"{folder.Root}: found no instrument with {options.Resolution.ToString().ToLowerInvariant()} prices, expected at least "
                    + $"one.");

        var series = new BarSeries[wanted.Length];
        try
        {
            Parallel.For(0, wanted.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
                series[i] = folder.Read(wanted[i], options.Resolution, report));
        }
        catch (AggregateException faults)
        {
            throw faults.InnerExceptions.OfType<DataException>().OrderBy(fault => fault.Message, StringComparer.Ordinal).FirstOrDefault()
                ?? faults.InnerExceptions[0];
        }

        return series;

        string Permtick(string name) => present.Contains(name, StringComparer.Ordinal) ? name : folder.FindByTicker(name) ?? name;
    }
}
