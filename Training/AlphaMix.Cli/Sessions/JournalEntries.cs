using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Core.Journals;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Journals;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>Selects the entries of a journal that stand in the place of the scores that a pool would give today.</summary>
internal static class JournalEntries
{
    /// <summary>Returns the evaluation of the entries that can be judged, from the first to the last, and prints what was left out.</summary>
    /// <param name="terminal">Where remarks are printed.</param>
    /// <param name="pools">The pools that made the entries, whose rules trade them.</param>
    /// <param name="series">Prices.</param>
    /// <param name="request">The evaluation; it has a journal.</param>
    /// <exception cref="JournalException">No entry can be judged; the message says what most were left out for.</exception>
    public static EvaluationRequest Select(
        Terminal terminal, IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series, EvaluationRequest request)
    {
        var (path, hours, includeBacktest) = request.Journal!;
        var fill = request.Fill ?? (pools[0].Pool.Manifest.Label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close);
        var judge = new JournalJudge(pools, series, fill, hours)
        {
            IncludeBacktest = includeBacktest,
            Router = request.Routers is { } router ? RouterText.Parse(router, pools[0].Pool.Routers) : null,
            From = request.From,
            To = request.To
        };
        var entries = judge.Select(JournalFile.Read(path), out var audit);
        JournalPrinter.Print(terminal, path, audit);
        if (entries.Count == 0)
            throw new JournalException($"{path}: no entry can be judged. {Advice(audit, fill)}".TrimEnd());
        return request with
        {
            From = entries[0].Day,
            To = entries[^1].Day.AddDays(1),
            Routers = entries[0].Router,
            Entries = entries,
            Audit = audit
        };
    }

    private static string Advice(JournalAudit audit, FillRule fill)
    {
        if (audit.LeftOut.Count == 0)
            return "";
        var most = audit.LeftOut.GroupBy(omitted => omitted.Reason.Split(':')[0]).MaxBy(same => same.Count())!;
        var advice = fill == FillRule.Close && most.Key.StartsWith("written too late", StringComparison.Ordinal)
            ? " The pool's label fills at the close; what is written after it can trade at the next open: pass --fill NextOpen."
            : "";
        return $"{most.Count()} of {audit.Entries}: {most.First().Reason}.{advice}";
    }
}
