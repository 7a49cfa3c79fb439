using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Cli.Commands;

/// <summary>
/// <c>alphamix report RUN</c>: the report of a training run's pool, or of the pools of a walk-forward run, on the test span.
/// </summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("RUN")
        {
            Description =
                "The folder of a training run: its config.json and pool.safetensors are read, or the dated pools of train --walk-forward."
        };
        var data = Arguments.Data();
        var output = new Option<string?>("--out")
        {
            Description =
                "The report's folder: report.html, report.md, csv/. A path that ends in .html gets the page alone. Default: RUN/report.",
            HelpName = "DIR"
        };
        var from = Arguments.Day(
            "--from", "First day on which a portfolio is decided. Default: the configuration's split.testFrom.", required: false);
        var to = Arguments.Day("--to", "First day after the span. Default: the configuration's split.testTo.", required: false);
        var costBps = Arguments.Costs("Default 5 with the daily rule; 0,5,10 with others.");
        var costModel = Arguments.CostModels();
        var level = Arguments.Level();
        var threads = Arguments.Threads();
        var json = Arguments.Json("all figures");
        var extension = Arguments.Extensions();
        var command = new Command(
            "report", "Write the report of a training run on its test span: a page, the same as text, and every table and figure as CSV.")
        {
            run, data, output, from, to, costBps, costModel, level, threads, json, extension
        };
        command.Validators.Add(result => Arguments.OneKindOfCosts(result, costModel, costBps));
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var folder = parsed.GetValue(run)!;
            var extensions = ExtensionLoader.Load(parsed.GetValue(extension));
            var split = ConfigurationFile.Read(ConfigOf(folder), extensions: extensions).Split;
            var isDaily = PoolSource.Read(folder, extensions)[0].Pool.Manifest.Rule is DailyTopK;
            var request = new EvaluationRequest
            {
                Extensions = extensions,
                From = Arguments.Given(parsed, from) ?? split.TestFrom,
                To = Arguments.Given(parsed, to) ?? split.TestTo,
                CostsBps = parsed.GetValue(costBps) ?? (isDaily ? [5] : null),
                CostModels = CostModelText.Parse(costModel.Name, parsed.GetValue(costModel), extensions),
                Level = parsed.GetValue(level),
                WithOverfitting = true,
                WithComparators = true,
                Threads = parsed.GetValue(threads)
            };
            var name = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
            var place = parsed.GetValue(output) ?? Path.Combine(folder, "report");
            var evaluations = new PoolEvaluations(terminal, parsed.GetValue(data)!, all: false, extensions, request);
            EvaluationResult[] results = [.. evaluations.Run([folder], place, title: $"AlphaMix: {name}")];
            if (parsed.GetValue(json) is { } file)
                File.WriteAllText(file, EvaluationJson.ToString(results));
            terminal.Line(VerdictText.Headline(results[0]));
            terminal.Line($"Report  {ReportFile.PageOf(place)}");
            return ExitCode.Ok;
        }));
        return command;
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
