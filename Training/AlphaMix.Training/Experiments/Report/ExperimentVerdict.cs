using System.Globalization;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.PublishedDefects;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>
/// The verdict over all seeds, in plain words: a router shows an edge when more than half of the seeds do, each by the verdict of an
/// evaluation.
/// </summary>
internal static class ExperimentVerdict
{
    public static string Headline(ReportData data)
    {
        var prefix = data.Result.Options.Departures.Any ? "With departures of the authors' code, which are no evidence: " : "";
        var costs = Costs(data) is { Length: > 0 } ? "after costs" : "even before costs";
        if (data.Variants.Count == 0)
            return "AlphaMix was not asked for: no verdict.";
        string[] winners = [.. data.Variants.Where(HasEdge).Select(each => each.Name)];
        return winners.Length == 0
            ? Capital($"{prefix}no edge {costs}, in {Seeds(data)}.")
            : Capital($"{prefix}{string.Join(", ", winners)} {(winners.Length == 1 ? "shows" : "show")} an edge "
                + $"{(Costs(data).Length > 0 ? "after costs" : "before costs")}, in {Seeds(data)}.");
    }

    public static IEnumerable<ReportVerdict> Verdicts(ReportData data) => data.Variants.Select(model =>
        new ReportVerdict(model.Name, HasEdge(model), Reason(model, data)));

    public static IEnumerable<string> Caveats(ReportData data)
    {
        yield return AreDependent(data)
            ? "Seeds are not independent: with successive-checkpoints they are checkpoints of one training, a few epochs apart, so that "
                + "± is too small to say anything."
            : "Seeds are independent: each is a fresh start and a fresh shuffle of everything, the null portfolios excepted. They share "
                + "one test span, so agreement among seeds says how much training varies, not how sure the span is; p-values and the "
                + "random and permuted portfolios say that.";
        yield return "An edge needs three things after costs in more than half of the seeds: a Sharpe ratio above that of 1/N, a "
            + $"difference beyond chance (p at most {P(Verdict.DefaultLevel)}, allowing for the number of routers), and a place above "
            + $"{Number(100 * (1 - Verdict.DefaultLevel), "0.#")} % of the model's own picks under other names.";
        if (data.Result.Options.Departures.Any)
            yield return $"Switched on: {string.Join(", ", data.Result.Options.Departures.Names)}. Some of them let the test span into "
                + "training or the scores of one instrument into another's; figures made with them say what the authors' code would "
                + "print, nothing about the model.";
        var fills = data.Result.Options.Configuration.LabelSpec.BeginsAtOpen
            ? "at the next open" : "at the close that the scores already know";
        yield return $"Metrics are the paper's: TR is the sum of daily returns, SR = mean / std * sqrt(days), fills {fills}; ± is the "
            + "standard deviation over seeds (divisor n - 1).";
        yield return "One market and one year are one draw.";
    }

    public static string Setting(ReportData data)
    {
        var (market, options) = (data.Market, data.Result.Options);
        return $"{market.From:yyyy-MM-dd} to {market.To:yyyy-MM-dd}, {market.Days} trading days, {market.Instruments} instruments, the "
            + $"top {market.TopK} each day; {Seeds(data)}; protocol {options.Departures}; net figures after "
            + $"{(Costs(data).Length > 0 ? Costs(data) : "no costs")}.";
    }

    private static bool HasEdge(ModelRuns model) => 2 * model.Runs.Count(run => run.Verdict is { HasEdge: true }) > model.Runs.Count;

    private static string Reason(ModelRuns model, ReportData data)
    {
        var sharpe = model.Spread(run => run.Net.SharpeRatio);
        var passed = model.Runs.Count(run => run.Verdict is { HasEdge: true });
        var spread = double.IsNaN(sharpe.Deviation) ? "" : $" ± {Number(sharpe.Deviation, "0.00")}";
        var least = model.Runs.Select(run => run.Verdict?.P ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min();
        return $"Sharpe ratio {Number(sharpe.Value, "0.00")}{spread} {(Costs(data).Length > 0 ? "after costs" : "without costs")} "
            + $"against {Number(data.Market.EqualWeightNet.SharpeRatio, "0.00")} of 1/N; beats "
            + $"{Number(Math.Floor(1000 * model.Mean(run => run.BeatsPermutedNet)) / 10, "0.#")} % of permuted portfolios on average; "
            + $"smallest p against 1/N {P(least)}; passes in {passed} of {model.Runs.Count} seed{(model.Runs.Count == 1 ? "" : "s")}.";
    }

    private static string Seeds(ReportData data) => data.Result.Options.Seeds == 1 ? "one seed"
        : $"{data.Result.Options.Seeds} {(AreDependent(data) ? "" : "independent ")}seeds";

    private static bool AreDependent(ReportData data) => data.Result.Options.Departures.Has(Departure.SuccessiveCheckpoints);

    private static string Costs(ReportData data) =>
        data.Result.Options.CostBps > 0 ? $"costs of {Number(data.Result.Options.CostBps, "0.##")} basis points a side" : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string P(double value) => double.IsNaN(value) ? "unknown" : Number(Math.Ceiling(1000 * value - 1e-9) / 1000, "0.000");

    private static string Number(double value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
