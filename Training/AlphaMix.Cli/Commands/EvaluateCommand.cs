using System.CommandLine;
using System.CommandLine.Parsing;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Training.Journals;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix evaluate POOL</c>: the metrics of a pool on any span, beside 1/N, random and permuted portfolios.</summary>
internal sealed class EvaluateCommand
{
    private readonly Argument<string[]> _pools = new("POOL")
    {
        Description = "A pool: the file pool.safetensors of a run; or a run of train --walk-forward. "
            + "Several, of one configuration and different seeds, give mean and standard deviation.",
        Arity = ArgumentArity.OneOrMore
    };

    private readonly EvaluationOptions _shared = new(
        "the first day that the pools may trade", "all days of the data", "Default 0 with the daily rule; 0,5,10 with others.");

    private readonly Option<string?> _routers = Arguments.Value<string?>(
        "--router", "V,R,W,S", "Routers, such as V,R. Default: all the pool has.");

    private readonly Option<string[]> _mixtures = Arguments.Value<string[]>(
        "--mixture", "NAME,a=b",
        "Add a strategy that divides one portfolio among the routers', by a mixture with its parameters: equal, record or leader, such as "
            + "record,halfLifeDays=60, or one of an extension; may be repeated. Of several pools, each mixes its own routers.");

    private readonly Option<int?> _topK = Arguments.Value<int?>(
        "--top-k", "K", "Names held by the daily rule. Default: as the pool was validated.");

    private readonly Option<bool> _buffer = Arguments.Flag("--buffer", "Hold a name until its rank leaves 2k; for the daily rule.");

    private readonly Option<double> _costPerShare = Arguments.Value<double>(
        "--cost-per-share", "USD", "Cost of a trade per share, in dollars. Default 0.");

    private readonly Option<FillRule?> _fill = Arguments.Value<FillRule?>(
        "--fill", "RULE", "When orders fill: Close (the paper's) or NextOpen. Default: as the pool's label.");

    private readonly Option<bool> _inSample = Arguments.Flag(
        "--allow-in-sample", "Evaluate days the pool was fitted on. The figures are then no evidence.");

    private readonly Option<bool> _all = Arguments.AllInstruments();

    private readonly Option<string?> _report = Arguments.Value<string?>(
        "--report", "FILE|DIR",
        "Write a report (one pool or walk-forward run alone): a self-contained page to FILE.html, or into a folder DIR the page, "
            + "the same as text, and every table and figure as CSV.");

    private readonly Option<string?> _scores = Arguments.Value<string?>(
        "--scores", "FILE",
        "Write every day's ranking by one router to FILE as CSV, as the LEAN algorithm AlphaMixStrategy does with its parameter scores.");

    private readonly Option<string?> _journal = Arguments.Value<string?>(
        "--journal", "FILE",
        "Judge the scores of a journal of predictions (docs/journal.md), written before their outcome, instead of those that the pool "
            + "gives today.");

    private readonly Option<bool> _backtest = Arguments.Flag(
        "--include-backtest", "Judge a journal's entries from backtests too. The figures are then no evidence.");

    private readonly Option<SessionHours> _session = new("--session")
    {
        Description = $"Hours and time zone of the market, by which a journal's entries were due. Default: {SessionHours.UnitedStates}.",
        HelpName = "HOURS",
        CustomParser = ParseHours
    };

    public static Command Create(Terminal terminal)
    {
        var options = new EvaluateCommand();
        var command = new Command(
            "evaluate", "Evaluate pools on a span, beside 1/N and the random and permuted portfolios of the same days.")
        {
            options._pools
        };
        Option[] own =
        [
            options._costPerShare, options._routers, options._mixtures, options._topK, options._buffer, options._fill, options._inSample,
            options._all, options._report, options._scores, options._journal, options._backtest, options._session
        ];
        options._shared.AddTo(command, own, otherCosts: options._costPerShare);
        command.Validators.Add(options.Check);
        command.SetAction(parsed => Guard.Run(terminal, () => options.Run(parsed, terminal)));
        return command;
    }

    private void Check(CommandResult result)
    {
        var isOnePool = result.GetValue(_pools) is not { Length: > 1 };
        if (!isOnePool && result.GetValue(_report) is not null)
            result.AddError("--report: one page is made of one pool or one walk-forward run, found several.");
        if (result.GetValue(_scores) is not null && !(isOnePool && result.GetValue(_routers)?.Contains(',') is false))
            result.AddError("--scores: expected one pool and one --router.");
        CheckJournal(result, isOnePool);
    }

    private void CheckJournal(CommandResult result, bool isOnePool)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        if (!IsGiven(_journal))
        {
            if (Array.Find<Option>([_backtest, _session], IsGiven) is { } lone)
                result.AddError($"{lone.Name}: it is for --journal alone.");
            return;
        }

        if (!isOnePool)
            result.AddError("--journal: expected the one pool, or the run of dated pools, that made it; found several.");
        if (Array.Find<Option>([_mixtures, _topK, _buffer, _inSample, _report, _scores], IsGiven) is { } other)
            result.AddError(
                $"--journal and {other.Name} exclude each other: a journal is judged by the pool's rule, on days that it predicted.");
        if (result.GetValue(_routers)?.Contains(',') is true)
            result.AddError("--journal: expected one --router, since an entry is one router's.");
    }

    private static SessionHours? ParseHours(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (SessionHours.TryParse(text, out var hours))
            return hours;
        result.AddError($"--session: expected hours and a time zone, such as \"{SessionHours.UnitedStates}\", found \"{text}\".");
        return null;
    }

    private JournalRequest? JournalOf(ParseResult parsed)
    {
        if (parsed.GetValue(_journal) is not { } path)
            return null;
        var hours = parsed.GetValue(_session) ?? SessionHours.Parse(SessionHours.UnitedStates);
        return new JournalRequest(path, hours, parsed.GetValue(_backtest));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var request = _shared.Request(parsed);
        request = request with
        {
            Routers = parsed.GetValue(_routers),
            Mixtures = ExtensionText.Mixtures(_mixtures, parsed.GetValue(_mixtures), request.Extensions),
            TopK = parsed.GetValue(_topK),
            Buffer = parsed.GetValue(_buffer),
            Fill = parsed.GetValue(_fill),
            CostPerShare = Arguments.NotNegative(_costPerShare, parsed.GetValue(_costPerShare)),
            AllowInSample = parsed.GetValue(_inSample),
            Journal = JournalOf(parsed)
        };
        var results = _shared.Run(
            parsed, terminal, request, parsed.GetValue(_all),
            pools => pools.Run(parsed.GetValue(_pools)!, parsed.GetValue(_report), parsed.GetValue(_scores)));
        EvaluationPrinter.Print(terminal, results);
        return ExitCode.Ok;
    }
}
