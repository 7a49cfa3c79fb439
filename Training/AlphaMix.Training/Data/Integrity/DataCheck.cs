using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Integrity;

/// <summary>Reads a whole price folder and says what is in it and what is wrong with it.</summary>
internal static class DataCheck
{
    /// <summary>Size of a day's move from which on it is listed.</summary>
    public const double LargeMove = 0.2;

    /// <summary>Checks all instruments of one bar length.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="resolution">Length of one bar.</param>
    /// <returns>The report. A file that cannot be read at all is one finding, not an exception.</returns>
    /// <exception cref="DataException">The folder has no instrument with bars of this length.</exception>
    public static DataCheckReport Run(IPriceFolder folder, BarResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var names = folder.Instruments(resolution);
        if (names.Count == 0)
            throw new DataException($"{folder.Root}: found no instrument with {resolution} bars, expected at least one.");

        var report = new IntegrityReport();
        var checks = new InstrumentCheck[names.Count];
        var days = new DateOnly[names.Count][];
        Parallel.For(0, names.Count, i => (checks[i], days[i]) = Check(folder, names[i], resolution, report));

        var calendar = new SortedSet<DateOnly>(days.SelectMany(own => own)).ToArray();
        for (var i = 0; i < checks.Length; i++)
        {
            if (days[i].Length > 0)
                checks[i] = checks[i] with { MissingDays = Span(calendar, days[i][0], days[i][^1]) - days[i].Length };
        }

        return new DataCheckReport(
            folder.Root, resolution, calendar.Length > 0 ? calendar[0] : null, calendar.Length > 0 ? calendar[^1] : null,
            calendar.Length, checks, report.Findings);
    }

    private static (InstrumentCheck Check, DateOnly[] Days) Check(
        IPriceFolder folder, string name, BarResolution resolution, IntegrityReport report)
    {
        BarSeries series;
        try
        {
            series = folder.Read(name, resolution, report);
        }
        catch (DataException exception)
        {
            report.Add(name, 0, IntegritySeverity.Error, exception.Message);
            return (new InstrumentCheck(name, null, null, 0, 0, 0, 0, []), []);
        }

        var days = new List<DateOnly>();
        var moves = new List<LargeMove>();
        int silent = 0, flat = 0;
        Bar? yesterday = null, last = null;
        foreach (ref readonly var bar in series.Bars)
        {
            if (days.Count == 0 || days[^1] != bar.Day)
                days.Add(bar.Day);
            if (!bar.IsUsable)
            {
                silent++;
                continue;
            }

            flat += bar.High == bar.Low ? 1 : 0;
            if (last is { } before && before.Day != bar.Day)
            {
                AddMove(moves, yesterday, before);
                yesterday = before;
            }

            last = bar;
        }

        if (last is { } final)
            AddMove(moves, yesterday, final);
        return (new InstrumentCheck(
            name, days.Count > 0 ? days[0] : null, days.Count > 0 ? days[^1] : null, series.Count, 0, silent, flat, moves), [.. days]);
    }

    /// <summary>Compares the last usable bars of two days.</summary>
    private static void AddMove(List<LargeMove> moves, Bar? before, Bar after)
    {
        if (before is { } from && after.Close / from.Close - 1 is var move && Math.Abs(move) > LargeMove)
            moves.Add(new LargeMove(after.Day, move));
    }

    private static int Span(DateOnly[] calendar, DateOnly first, DateOnly last) =>
        Array.BinarySearch(calendar, last) - Array.BinarySearch(calendar, first) + 1;
}
