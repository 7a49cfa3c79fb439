using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Json;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix evaluate POOL</c>: the metrics of a pool on any span, beside 1/N, random and permuted portfolios.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var pools = new Argument<string[]>("POOL")
        {
            Description = "A pool: the file pool.safetensors of a run; or a run of train --walk-forward. "
                + "Several, of one configuration and different seeds, give mean and standard deviation.",
            Arity = ArgumentArity.OneOrMore
        };
        var data = Arguments.Data();
        var from = Arguments.Day("--from", "First decision day. Default: the first day that the pools may trade.", required: false);
        var to = Arguments.Day("--to", "First day after the span. Default: all days of the data.", required: false);
        var router = new Option<string?>("--router")
        {
            Description = "Routers, such as V,R. Default: all the pool has.",
            HelpName = "V,R,W,S"
        };
        var topK = new Option<int?>("--top-k")
        {
            Description = "Names held by the daily rule. Default: as the pool was validated.",
            HelpName = "K"
        };
        var costBps = Arguments.Costs("Default 0 with the daily rule; 0,5,10 with others.");
        var costPerShare = new Option<double>("--cost-per-share")
        {
            Description = "Cost of a trade per share, in dollars. Default 0.",
            HelpName = "USD"
        };
        var costModel = Arguments.CostModels();
        var fill = new Option<FillRule?>("--fill")
        {
            Description = "When orders fill: Close (the paper's) or NextOpen. Default: as the pool's label.",
            HelpName = "RULE"
        };
        var buffer = new Option<bool>("--buffer") { Description = "Hold a name until its rank leaves 2k; for the daily rule." };
        var inSample = new Option<bool>("--allow-in-sample")
        {
            Description = "Evaluate days the pool was fitted on. The figures are then no evidence."
        };
        var all = Arguments.AllInstruments();
        var threads = Arguments.Threads();
        var json = Arguments.Json("all figures");
        var report = new Option<string?>("--report")
        {
            Description =
                "Write a report (one pool or walk-forward run alone): a self-contained page to FILE.html, or into a folder DIR the page, "
                + "the same as text, and every table and figure as CSV.",
            HelpName = "FILE|DIR"
        };
        var level = Arguments.Level();
        var extension = Arguments.Extensions();
        var scores = new Option<string?>("--scores")
        {
            Description =
                "Write every day's ranking by one router to FILE as CSV, as the LEAN algorithm AlphaMixStrategy does with its parameter "
                    + "scores.",
            HelpName = "FILE"
        };
        var command = new Command(
            "evaluate", "Evaluate pools on a span, beside 1/N and the random and permuted portfolios of the same days.")
        {
            pools, data, from, to, router, topK, costBps, costPerShare, costModel, fill, buffer, inSample, all, threads, json, report,
            level, scores, extension
        };
        command.Validators.Add(result =>
        {
            Arguments.OneKindOfCosts(result, costModel, costBps, costPerShare);
            if (result.GetValue(report) is not null && result.GetValue(pools) is { Length: > 1 })
                result.AddError("--report: one page is made of one pool or one walk-forward run, found several.");
            if (result.GetValue(scores) is not null
                && (result.GetValue(pools) is { Length: > 1 } || result.GetValue(router) is null or { Length: > 1 }))
                result.AddError("--scores: expected one pool and one --router.");
        });
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var extensions = ExtensionLoader.Load(parsed.GetValue(extension));
            var request = new EvaluationRequest
            {
                Extensions = extensions,
                From = Arguments.Given(parsed, from),
                To = Arguments.Given(parsed, to),
                Routers = parsed.GetValue(router),
                TopK = parsed.GetValue(topK),
                Buffer = parsed.GetValue(buffer),
                Fill = parsed.GetValue(fill),
                CostsBps = parsed.GetValue(costBps),
                CostPerShare = Arguments.NotNegative(costPerShare, parsed.GetValue(costPerShare)),
                CostModels = CostModelText.Parse(costModel.Name, parsed.GetValue(costModel), extensions),
                Level = parsed.GetValue(level),
                AllowInSample = parsed.GetValue(inSample),
                WithOverfitting = true,
                WithComparators = true,
                Threads = parsed.GetValue(threads)
            };
            var evaluation = new PoolEvaluations(terminal, parsed.GetValue(data)!, parsed.GetValue(all), extensions, request);
            EvaluationResult[] results = [.. evaluation.Run(parsed.GetValue(pools)!, parsed.GetValue(report), parsed.GetValue(scores))];
            EvaluationPrinter.Print(terminal, results);
            if (parsed.GetValue(json) is { } file)
                File.WriteAllText(file, EvaluationJson.ToString(results));
            return ExitCode.Ok;
        }));
        return command;
    }
}
