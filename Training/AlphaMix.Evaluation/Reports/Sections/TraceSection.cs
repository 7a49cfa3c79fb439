using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Audit trail of the picks: which experts were asked, what each group contributed, and the last day pick by pick.</summary>
internal sealed class TraceSection : IReportSection
{
    public string Id => "trace";

    public bool AppliesTo(ReportContext context) => context.Find<PoolDiagnostics>() is { Traces.Count: > 0 };

    public ReportSection Create(ReportContext context)
    {
        var pool = context.Get<PoolDiagnostics>();
        var blocks = new List<ReportBlock>();
        var traced = pool.Traces.Where(trace => trace.Entries.Count > 0).ToArray();
        if (traced.Length > 0)
        {
            var days = traced[0].Entries.Select(entry => entry.Day).Distinct().ToArray();
            blocks.Add(HeatMaps.Months(
                "experts-asked", "Experts asked for a pick, mean by month",
                "R asks group after group until a router stops it; the others always ask the same groups.",
                [.. traced.Select(trace =>
                    (trace.Router, MonthFigures.Means(days, ByDay(trace, days, entries => entries.Average(entry => entry.ExpertsAsked)))))],
                value => Display.Formatted(value, "0.#")));
        }

        var mixed = traced.Where(trace => trace.Entries.Any(entry => entry.Contributions.Count > 1)).ToArray();
        foreach (var trace in mixed)
            blocks.AddRange([Contributions(trace), ShareByMonth(trace), LastDay(trace)]);
        if (traced.Except(mixed).Select(trace => trace.Router).ToArray() is { Length: > 0 } alone)
            blocks.Add(new NoteBlock($"{Display.List(alone)} asked one network for every pick: there is no mixture to break down."));
        return new ReportSection(
            Id,
            "Contributions of the groups",
            "A group is for a pick when its own P(up) is above one half. Its share is its part of the sum of absolute contributions "
                + "(mixture weight times log-odds); it was decisive when the pick would not have been among the day's top k without "
                + "it. csv/router-trace.csv has the contribution of every group to every pick.",
            blocks);
    }

    private static double[] ByDay(RouterTrace trace, DateOnly[] days, Func<TraceEntry[], double> figure)
    {
        var entries = trace.Entries.GroupBy(entry => entry.Day).ToDictionary(day => day.Key, day => day.ToArray());
        return Array.ConvertAll(days, day => entries.TryGetValue(day, out var found) ? figure(found) : double.NaN);
    }

    private static TableBlock Contributions(RouterTrace trace) => new(
        $"contributions-{Name(trace)}",
        $"The groups behind {trace.Router}'s picks",
        "Group",
        [
            new("Asked", "Share of picks for which it was asked"),
            new("For", "Share of those for which its own P(up) was above one half"),
            new("Share", "Mean part of the sum of absolute contributions to a pick"),
            new("Change without", "Mean absolute change of the mixture's log-odds without it"),
            new("Decisive", "Share of those that would not have been picked without it")
        ],
        [
            .. trace.ByGroup().Where(contribution => contribution.Asked > 0).Select(contribution => new TableRow(
                contribution.Name,
                [
                    Cell.Share(contribution.Asked), Cell.Share(contribution.For), Cell.Share(contribution.Share),
                    Cell.Fine(contribution.Change), Cell.Share(contribution.Decisive)
                ]))
        ]);

    private static ChartBlock ShareByMonth(RouterTrace trace)
    {
        var days = trace.Entries.Select(entry => entry.Day).Distinct().ToArray();
        var spoke = Enumerable.Range(0, trace.Groups.Count)
            .Where(group => trace.Entries.Any(entry => entry.Contributions.Any(contribution => contribution.Group == group)));
        return HeatMaps.Months(
            $"share-{Name(trace)}", $"Share of each group in {trace.Router}'s picks, percent by month",
            "Rows are groups by number; a pick for which a group was not asked counts 0.",
            [
                .. spoke.Select(group => ($"{group}", MonthFigures.Means(days, ByDay(trace, days, entries => 100 * entries.Average(entry =>
                    entry.Contributions.Where(contribution => contribution.Group == group).Sum(
                        contribution => ContributionFigures.PartOf(contribution, entry)))))))
            ],
            value => Display.Formatted(value, "N0"), fromSmallest: true);
    }

    private static TableBlock LastDay(RouterTrace trace)
    {
        var last = trace.Entries[^1].Day;
        return new TableBlock(
            $"last-day-{Name(trace)}",
            $"{trace.Router}'s picks of {Display.Day(last)}, the last day",
            "Instrument",
            [
                new("Rank", "Rank by P(up)"),
                new("P(up)", "The router's"),
                new("Experts asked", "Number of experts evaluated"),
                new("Groups for", "Groups asked whose own P(up) is above one half"),
                new("Groups against", "The others that were asked"),
                new("Decisive", "Groups without which it would not have been picked")
            ],
            [
                .. trace.Entries.Where(entry => entry.Day == last).Select(entry => new TableRow(
                    entry.Instrument,
                    [
                        Cell.Count(entry.Rank), Cell.Fine(entry.ProbabilityUp), Cell.Count(entry.ExpertsAsked),
                        Cell.Count(entry.Contributions.Count(contribution => contribution.LogOdds > 0)),
                        Cell.Count(entry.Contributions.Count(contribution => contribution.LogOdds <= 0)), Cell.Words(Decisive(trace, entry))
                    ]))
            ]);
    }

    private static string Decisive(RouterTrace trace, TraceEntry entry)
    {
        if (entry.Contributions.Count == 1)
            return "the only one asked";
        int[] groups = [.. entry.Contributions.Where(contribution => contribution.Decisive).Select(contribution => contribution.Group)];
        if (groups.Length == 0)
            return "none";
        return groups.Length == entry.Contributions.Count ? "each"
            : groups.Length > 6 ? $"{groups.Length} of {entry.Contributions.Count}" : string.Join(", ", groups);
    }

    private static string Name(RouterTrace trace) => trace.Router.ToLowerInvariant();
}
