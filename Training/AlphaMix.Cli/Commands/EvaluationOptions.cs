using System.CommandLine;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Json;

namespace AlphaMix.Cli.Commands;

/// <summary>The options that <c>evaluate</c> and <c>report</c> share, and what both do with them.</summary>
/// <param name="from">The default of <c>--from</c>.</param>
/// <param name="to">The default of <c>--to</c>.</param>
/// <param name="costs">The default of <c>--cost-bps</c>, a sentence.</param>
internal sealed class EvaluationOptions(string from, string to, string costs)
{
    private readonly Option<string> _data = Arguments.Data();
    private readonly Option<DateOnly> _from = Arguments.Day("--from", $"First decision day. Default: {from}.", required: false);
    private readonly Option<DateOnly> _to = Arguments.Day("--to", $"First day after the span. Default: {to}.", required: false);
    private readonly Option<IReadOnlyList<double>?> _costBps = Arguments.Costs(costs);
    private readonly Option<string[]> _costModels = Arguments.CostModels();
    private readonly Option<double> _level = Arguments.Level();
    private readonly Option<int?> _trials = Arguments.Trials();
    private readonly Option<int> _threads = Arguments.Threads();
    private readonly Option<string?> _json = Arguments.Json("all figures");
    private readonly Option<string[]> _extensions = Arguments.Extensions();

    /// <summary>Adds the options to a command, and its own among them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">Its own options.</param>
    /// <param name="otherCosts">Those of them that set costs, which a cost model excludes too.</param>
    public void AddTo(Command command, Option[] own, params Option[] otherCosts)
    {
        Option[] all = [_data, _from, _to, _costBps, _costModels, .. own, _level, _trials, _threads, _json, _extensions];
        Array.ForEach(all, command.Options.Add);
        command.Validators.Add(result => Arguments.OneKindOfCosts(result, _costModels, [_costBps, .. otherCosts]));
    }

    /// <summary>Returns the request of these options, with all statistics.</summary>
    public EvaluationRequest Request(ParseResult parsed)
    {
        var extensions = ExtensionLoader.Load(parsed.GetValue(_extensions));
        return new EvaluationRequest
        {
            Extensions = extensions,
            From = Arguments.Given(parsed, _from),
            To = Arguments.Given(parsed, _to),
            CostsBps = parsed.GetValue(_costBps),
            CostModels = ExtensionText.CostModels(_costModels, parsed.GetValue(_costModels), extensions),
            Level = parsed.GetValue(_level),
            Trials = parsed.GetValue(_trials),
            WithOverfitting = true,
            WithComparators = true,
            WithSections = parsed.GetValue(_json) is not null,
            Threads = parsed.GetValue(_threads)
        };
    }

    /// <summary>Evaluates pools and writes the JSON that was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where remarks are printed.</param>
    /// <param name="request">The evaluation.</param>
    /// <param name="all">Whether all instruments of the folder are ranked, not the pools' universe alone.</param>
    /// <param name="run">Runs the evaluation.</param>
    public EvaluationResult[] Run(
        ParseResult parsed, Terminal terminal, EvaluationRequest request, bool all,
        Func<PoolEvaluations, IEnumerable<(EvaluationResult Result, IReadOnlyList<ReportSection> Sections)>> run)
    {
        var evaluated = run(new PoolEvaluations(terminal, parsed.GetValue(_data)!, all, request)).ToArray();
        var results = Array.ConvertAll(evaluated, each => each.Result);
        if (parsed.GetValue(_json) is { } file)
            File.WriteAllText(file, EvaluationJson.ToString(results, Array.ConvertAll(evaluated, each => each.Sections)));
        return results;
    }
}
