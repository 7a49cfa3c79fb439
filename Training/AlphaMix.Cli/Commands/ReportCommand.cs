using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Cli.Commands;

/// <summary>
/// <c>alphamix report RUN</c>: the report of a training run's pool, or of the pools of a walk-forward run, on the test span.
/// </summary>
internal sealed class ReportCommand
{
    private readonly Argument<string> _run = new("RUN")
    {
        Description =
            "The folder of a training run: its config.json and pool.safetensors are read, or the dated pools of train --walk-forward."
    };

    private readonly Option<string?> _output = Arguments.Value<string?>(
        "--out", "DIR",
        "The report's folder: report.html, report.md, csv/. A path that ends in .html gets the page alone. Default: RUN/report.");

    private readonly EvaluationOptions _shared = new(
        "the configuration's split.testFrom", "the configuration's split.testTo", "Default 5 with the daily rule; 0,5,10 with others.");

    public static Command Create(Terminal terminal)
    {
        var options = new ReportCommand();
        var command = new Command(
            "report", "Write the report of a training run on its test span: a page, the same as text, and every table and figure as CSV.")
        {
            options._run
        };
        options._shared.AddTo(command, [options._output]);
        command.SetAction(parsed => Guard.Run(terminal, () => options.Run(parsed, terminal)));
        return command;
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var folder = parsed.GetValue(_run)!;
        var name = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
        var place = parsed.GetValue(_output) ?? Path.Combine(folder, "report");
        var results = _shared.Run(
            parsed, terminal, WithDefaults(_shared.Request(parsed), folder), all: false,
            pools => pools.Run([folder], place, title: $"AlphaMix: {name}"));
        terminal.Line(VerdictText.Headline(results[0]));
        terminal.Line($"Report  {ReportFile.PageOf(place)}");
        return ExitCode.Ok;
    }

    /// <summary>Fills in the test span of the run, and 5 basis points for a daily portfolio.</summary>
    private static EvaluationRequest WithDefaults(EvaluationRequest request, string folder)
    {
        var split = ConfigurationFile.Read(ConfigOf(folder), extensions: request.Extensions).Split;
        var isDaily = PoolSource.Read(folder, request.Extensions)[0].Pool.Manifest.Rule is DailyTopK;
        return request with
        {
            From = request.From ?? split.TestFrom,
            To = request.To ?? split.TestTo,
            CostsBps = request.CostsBps ?? (isDaily ? [5] : null)
        };
    }

    private static string ConfigOf(string folder)
    {
        var path = Path.Combine(folder, "config.json");
        return File.Exists(path)
            ? path
            : throw new UsageException(
                $"{folder}: found no config.json. A run's folder is what train --run made; for a pool alone use evaluate --report.");
    }
}
