using AlphaMix.Cli.Console;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Experiments;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Forecasters;

namespace AlphaMix.Cli.Sessions;

/// <summary>Runs an experiment into its folder, with progress.</summary>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="clock">Measures training.</param>
internal sealed class ExperimentSession(Terminal terminal, TimeProvider clock)
{
    /// <summary>Runs what is not yet in the folder, and writes the report.</summary>
    public int Run(
        PaperExperimentOptions options, IPriceFolder prices, IReadOnlyList<IBaseline> baselines, string absent, string output,
        CancellationToken cancellation)
    {
        var findings = new IntegrityReport();
        var series = PriceLoader.Load(prices, options.Configuration.Data, findings, options.Threads);
        Findings.Print(terminal, findings);
        var experiment = new PaperExperiment(options, series, baselines, absent, clock);
        var folder = ExperimentFolder.Open(output, options, series);
        try
        {
            var result = RunProgress.Show(terminal, clock, progress => experiment.Run(folder, progress, cancellation));
            Print(ExperimentFiles.Write(folder, result), folder);
            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped. Finished tasks are kept; the same command goes on.");
            return ExitCode.Interrupted;
        }
    }

    private void Print(ReportDocument report, ExperimentFolder folder)
    {
        terminal.Line();
        DocumentText.WriteVerdict(report, terminal.Output);
        terminal.Line();
        terminal.Line($"Report   {folder.Html}");
        terminal.Line($"Text     {folder.Markdown}");
        terminal.Line($"Figures  {folder.Csv}, {folder.Result}");
    }
}
