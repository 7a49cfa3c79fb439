using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix report RUN</c>: the report of a training run's pool, or of the pools of a walk-forward run, on the test span.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a training run: its config.json and pool.safetensors are read, or the dated pools of train --walk-forward." };
        var data = Arguments.Data();
        var output = new Option<string?>("--out")
        {
            Description = "The report's folder: report.html, report.md, csv/. A path that ends in .html gets the page alone. Default: RUN/report.",
            HelpName = "DIR"
        };
        var from = Arguments.Day("--from", "First day on which a portfolio is decided. Default: the configuration's split.testFrom.", required: false);
        var to = Arguments.Day("--to", "First day after the span. Default: the configuration's split.testTo.", required: false);
        var costBps = new Option<double>("--cost-bps")
        {
            Description = "Cost of a trade in basis points of its value, each side. With a slow portfolio 0, 5 and 10 unless it is given.",
            DefaultValueFactory = _ => 5,
            HelpName = "BPS"
        };
        var level = Arguments.Level();
        var threads = Arguments.Threads();
        var json = Arguments.Json("all figures");
        var command = new Command("report", "Write the report of a training run on its test span: a page, the same as text, and every table and figure as CSV.")
        {
            run, data, output, from, to, costBps, level, threads, json
        };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var folder = parsed.GetValue(run)!;
            var isSlow = EvaluateSlow.Is(folder);
            var split = ConfigurationFile.Read(ConfigOf(folder)).Split;
            var first = parsed.GetResult(from) is null ? split.TestFrom : parsed.GetValue(from);
            var end = parsed.GetResult(to) is null ? split.TestTo : parsed.GetValue(to);
            var name = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
            var place = parsed.GetValue(output) ?? Path.Combine(folder, "report");
            if (isSlow)
            {
                var request = new SlowRequest
                {
                    Data = parsed.GetValue(data)!,
                    From = first,
                    To = end,
                    CostBps = Arguments.Given(parsed, costBps),
                    Level = Arguments.Given(parsed, level),
                    Threads = parsed.GetValue(threads)
                };
                return EvaluateSlow.RunReport(terminal, folder, request, parsed.GetValue(json), place, $"AlphaMix: {name}");
            }

            var pool = PoolFile.Read(folder);
            EvaluateCommand.Check(pool, first, end, inSample: false);

            var series = PoolPrices.Load(terminal, pool, parsed.GetValue(data)!, all: false, parsed.GetValue(threads));
            var session = EvaluateCommand.Begin(terminal, pool, series, first, end, parsed.GetValue(threads));
            var portfolio = EvaluateCommand.Checked(session.DefaultPortfolio with { CostBps = parsed.GetValue(costBps) });
            var outcome = session.Evaluate(portfolio, pool.Routers, parsed.GetValue(level), withOverfitting: true);
            var page = Report.Write(place, outcome, session.Examine(outcome), $"AlphaMix: {name}");
            if (parsed.GetValue(json) is { } file)
                File.WriteAllText(file, EvaluationJson.ToString(outcome.Result));
            terminal.Line(VerdictText.Headline(outcome.Result));
            terminal.Line($"Report  {page}");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static string ConfigOf(string folder)
    {
        var path = Path.Combine(folder, "config.json");
        return File.Exists(path)
            ? path
            : throw new UsageException($"{folder}: found no config.json. A run's folder is what train --run made; for a pool alone use evaluate --report.");
    }
}
