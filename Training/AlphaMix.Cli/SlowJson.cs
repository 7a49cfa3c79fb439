using AlphaMix.Evaluation.Slow;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli;

/// <summary>Evaluations of slow portfolios as JSON, for machines. A number that is not defined, or infinite, is null.</summary>
internal static class SlowJson
{
    public static string ToString(IReadOnlyList<SlowEvaluation> runs) =>
        (runs.Count == 1 ? Run(runs[0]) : new JObject { ["runs"] = new JArray(runs.Select(Run)) }) + "\n";

    private static JObject Run(SlowEvaluation run) => new()
    {
        ["from"] = run.From.ToString("yyyy-MM-dd"),
        ["to"] = run.To.ToString("yyyy-MM-dd"),
        ["days"] = run.Days,
        ["instruments"] = run.Instruments,
        ["equalWeightTurnover"] = Number(run.EqualWeightTurnover),
        ["relabelled"] = run.Relabelled,
        ["verdict"] = SlowVerdict.Text(run),
        ["contenders"] = new JArray(run.Contenders.Select(Contender))
    };

    private static JObject Contender(SlowContender one) => new()
    {
        ["name"] = one.Name,
        ["IC"] = Number(one.Ic),
        ["tOfIC"] = Number(one.IcT),
        ["RankIC"] = Number(one.RankIc),
        ["turnover"] = Number(one.Turnover),
        ["breakEvenBps"] = Number(one.BreakEvenBps),
        ["percentileAmongRelabelled"] = Number(one.PercentileAmongRelabelled),
        ["costs"] = new JArray(one.AtCosts.Select(AtCost))
    };

    private static JObject AtCost(SlowAtCost at) => new()
    {
        ["costBps"] = at.CostBps,
        ["yearlyExcess"] = Number(at.YearlyExcess),
        ["informationRatio"] = Number(at.InformationRatio.Value),
        ["lower"] = Number(at.InformationRatio.Lower),
        ["upper"] = Number(at.InformationRatio.Upper),
        ["sharpe"] = Number(at.Sharpe),
        ["equalWeightSharpe"] = Number(at.EqualWeightSharpe),
        ["gatedDays"] = at.GatedDays,
        ["gateReason"] = at.GateReason
    };

    private static JToken Number(double value) => double.IsFinite(value) ? value : JValue.CreateNull();
}
