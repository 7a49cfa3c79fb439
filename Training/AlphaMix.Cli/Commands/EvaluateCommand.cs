using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Reports;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix evaluate POOL</c>: the metrics of a pool on any span, beside 1/N, random and relabelled portfolios.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var pools = new Argument<string[]>("POOL")
        {
            Description = "A pool: the file pool.safetensors of a run; or a run of train --walk-forward. Several, of one configuration and different seeds, give mean and standard deviation.",
            Arity = ArgumentArity.OneOrMore
        };
        var data = Arguments.Data();
        var from = Arguments.Day("--from", "First day on which a portfolio is decided. Needed but for pools with a slow portfolio, whose default is all their days.", required: false);
        var to = Arguments.Day("--to", "First day after the span. Needed as --from.", required: false);
        var router = new Option<string?>("--router") { Description = "Routers, such as V,R. Default: all the pool has.", HelpName = "V,R,W,S" };
        var topK = new Option<int?>("--top-k") { Description = "Names held. Default: as the pool was validated.", HelpName = "K" };
        var costBps = new Option<double>("--cost-bps") { Description = "Cost of a trade in basis points of its value, each side. Default 0; with a slow portfolio 0, 5 and 10.", HelpName = "BPS" };
        var costPerShare = new Option<double>("--cost-per-share") { Description = "Cost of a trade per share, in dollars. Default 0.", HelpName = "USD" };
        var fill = new Option<FillRule?>("--fill") { Description = "When orders fill: Close (the paper's) or NextOpen. Default: as the pool's label.", HelpName = "RULE" };
        var buffer = new Option<bool>("--buffer") { Description = "Keep a name until its rank leaves 2k." };
        var inSample = new Option<bool>("--allow-in-sample") { Description = "Evaluate days the pool was fitted on. The figures are then no evidence." };
        var all = Arguments.AllInstruments();
        var threads = Arguments.Threads();
        var json = Arguments.Json("all figures");
        var report = new Option<string?>("--report") { Description = "Write a report (one pool or walk-forward run alone): a self-contained page to FILE.html, or into a folder DIR the page, the same as text, and every table and figure as CSV.", HelpName = "FILE|DIR" };
        var level = Arguments.Level();
        var scores = new Option<string?>("--scores")
        {
            Description = "Write every day's ranking by one router to FILE as CSV, as the LEAN algorithm AlphaMixStrategy does with its parameter scores.",
            HelpName = "FILE"
        };
        var command = new Command("evaluate", "Evaluate a pool on a span, beside 1/N and the random and relabelled portfolios of the same days.")
        {
            pools, data, from, to, router, topK, costBps, costPerShare, fill, buffer, inSample, all, threads, json, report, level, scores
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(report) is not null && result.GetValue(pools) is { Length: > 1 })
                result.AddError("--report: one page is made of one pool or one walk-forward run, found several.");
            if (result.GetValue(scores) is not null && (result.GetValue(pools) is { Length: > 1 } || result.GetValue(router) is null or { Length: > 1 }))
                result.AddError("--scores: expected one pool and one --router.");
        });
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            if (parsed.GetValue(pools)!.All(EvaluateSlow.Is))
            {
                RefuseDaily(parsed, [router, topK, costPerShare, buffer, inSample, scores]);
                var request = new SlowRequest
                {
                    Data = parsed.GetValue(data)!,
                    From = Given(parsed, from),
                    To = Given(parsed, to),
                    Fill = parsed.GetValue(fill),
                    CostBps = Arguments.Given(parsed, costBps),
                    Level = Arguments.Given(parsed, level),
                    All = parsed.GetValue(all),
                    Threads = parsed.GetValue(threads)
                };
                return EvaluateSlow.Run(terminal, parsed.GetValue(pools)!, request, parsed.GetValue(json), parsed.GetValue(report));
            }

            if (Given(parsed, from) is null || Given(parsed, to) is null)
                throw new UsageException("--from and --to: expected both days, as yyyy-MM-dd.");
            var results = new List<EvaluationResult>();
            foreach (var path in parsed.GetValue(pools)!)
            {
                var artifact = PoolFile.Read(path);
                Check(artifact, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(inSample));
                var kinds = Routers(artifact, parsed.GetValue(router));
                var series = PoolPrices.Load(terminal, artifact, parsed.GetValue(data)!, parsed.GetValue(all), parsed.GetValue(threads));
                var session = Begin(terminal, artifact, series, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(threads));
                var defaults = session.DefaultPortfolio;
                var outcome = session.Evaluate(
                    Checked(defaults with
                    {
                        TopK = parsed.GetValue(topK) ?? defaults.TopK,
                        CostBps = parsed.GetValue(costBps),
                        CostPerShare = parsed.GetValue(costPerShare),
                        Fill = parsed.GetValue(fill) ?? defaults.Fill,
                        HoldingBuffer = parsed.GetValue(buffer)
                    }),
                    kinds,
                    parsed.GetValue(level),
                    withOverfitting: true);
                results.Add(outcome.Result);
                if (parsed.GetValue(report) is { } page)
                    Report.Write(page, outcome, session.Examine(outcome), "AlphaMix evaluation");
                if (parsed.GetValue(scores) is { } csv)
                    session.WriteScores(csv, kinds[0]);
            }

            Print(terminal, results);
            if (parsed.GetValue(json) is { } file)
                File.WriteAllText(file, results.Count == 1 ? EvaluationJson.ToString(results[0]) : Together(results));
            return ExitCode.Ok;
        }));
        return command;
    }

    /// <summary>A slow portfolio follows the pool's rule: what shapes a daily one must not seem to have been heard.</summary>
    private static void RefuseDaily(ParseResult parsed, Option[] options)
    {
        if (Array.Find(options, option => parsed.GetResult(option) is { Implicit: false }) is { } given)
            throw new UsageException($"{given.Name}: a pool with a slow portfolio is traded by its own rule. Leave the option out; docs/practical.md says what can be set in the configuration.");
    }

    private static DateOnly? Given(ParseResult parsed, Option<DateOnly> day) => parsed.GetResult(day) is null ? null : parsed.GetValue(day);

    internal static EvaluationSession Begin(
        Terminal terminal, Pool pool, IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to, int threads)
    {
        var session = new EvaluationSession(pool, series, from, to, threads);
        if (session.Silent.Count > 0)
            terminal.Line($"Silent, unknown to the pool's scaler: {string.Join(", ", session.Silent)}");
        if (session.Days == 0 || session.Windows == 0)
            throw new UsageException($"--from {from:yyyy-MM-dd} --to {to:yyyy-MM-dd}: the data has no day there with a full window and a later price.");
        return session;
    }

    private static void Print(Terminal terminal, List<EvaluationResult> results)
    {
        if (results.Count == 1)
            EvaluationTable.Print(terminal, results[0]);
        else
            PoolsTable.Print(terminal, results);
    }

    private static string Together(IEnumerable<EvaluationResult> results) =>
        new JObject { ["pools"] = new JArray(results.Select(result => JObject.Parse(EvaluationJson.ToString(result)))) }.ToString() + "\n";

    private static RouterKind[] Routers(Pool pool, string? wanted)
    {
        if (wanted is null)
            return [.. pool.Routers];
        var kinds = new List<RouterKind>();
        foreach (var name in wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<RouterKind>(name, ignoreCase: true, out var kind) || !pool.Routers.Contains(kind))
                throw new UsageException($"--router {wanted}: found {name}, this pool has {string.Join(", ", pool.Routers)}.");
            kinds.Add(kind);
        }

        return [.. kinds.Distinct()];
    }

    internal static void Check(Pool pool, DateOnly from, DateOnly to, bool inSample)
    {
        if (from >= to)
            throw new UsageException($"--from {from:yyyy-MM-dd} must lie before --to {to:yyyy-MM-dd}.");
        if (from <= pool.Manifest.FittedThrough && !inSample)
            throw new UsageException(
                $"--from {from:yyyy-MM-dd}: the pool was fitted on prices through {pool.Manifest.FittedThrough:yyyy-MM-dd}, so that earlier days would flatter it. Start on a later day, or pass --allow-in-sample.");
    }

    internal static PortfolioOptions Checked(PortfolioOptions options)
    {
        try
        {
            options.Validate();
            return options;
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message);
        }
    }
}
