using AlphaMix.Cli.Console;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>Evaluates pools by their paths, one after another: all by one request, all of one configuration.</summary>
/// <param name="terminal">Where remarks are printed.</param>
/// <param name="data">The price folder.</param>
/// <param name="all">Whether whatever the folder has is ranked, not the pools' universe alone.</param>
/// <param name="request">The evaluation.</param>
internal sealed class PoolEvaluations(Terminal terminal, string data, bool all, EvaluationRequest request)
{
    /// <summary>Evaluates.</summary>
    /// <param name="paths">Pools, run folders or indices.</param>
    /// <param name="report">Where a report is written; null for none.</param>
    /// <param name="scores">Where the rankings are written; null for none.</param>
    /// <param name="title">The report's title.</param>
    /// <returns>Each evaluation, with the sections of extensions that apply to it.</returns>
    /// <exception cref="UsageException">A path, a day or an option cannot be used, or the pools are of different
    /// configurations.</exception>
    public IEnumerable<(EvaluationResult Result, IReadOnlyList<ReportSection> Sections)> Run(
        IReadOnlyList<string> paths, string? report = null, string? scores = null, string title = "AlphaMix evaluation")
    {
        IReadOnlyList<DatedPool>[] sources = [.. paths.Select(path => PoolSource.Read(path, request.Extensions))];
        for (var i = 1; i < sources.Length; i++)
            PoolSource.RequireOneConfiguration(sources[0], sources[i], paths[i], paths[0]);
        foreach (var source in sources)
        {
            // The universe is that of the last pool in force: later pools know of later instruments.
            var pools = PoolSpan.Check(source, request);
            var series = PoolPrices.Load(terminal, pools[^1].Pool, data, all, request.Threads);
            var judged = request.Journal is null ? null : JournalEntries.Select(terminal, pools, series, request);
            var session = new EvaluationSession(pools, series, judged ?? request).Require(terminal);
            var outcome = session.Evaluate();
            if (report is not null)
                ReportFile.Write(report, outcome, session.Examine(outcome), title, request.Extensions);
            if (scores is not null)
                session.WriteScores(scores);
            yield return (outcome.Result, request.WithSections ? EvaluationReport.Sections(outcome, request.Extensions) : []);
        }
    }
}
