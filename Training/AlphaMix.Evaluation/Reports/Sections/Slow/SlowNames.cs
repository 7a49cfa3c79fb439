using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>Costs and forecasts in words.</summary>
internal static class SlowNames
{
    /// <summary>A cost: 5 bp.</summary>
    public static string Cost(double bps) => $"{Display.Plain(bps)} bp";

    /// <summary>The highest cost, which the verdict, years and months are about.</summary>
    public static string Dearest(SlowEvaluation result) =>
        result.Contenders[0].AtCosts[^1].CostBps is > 0 and var bps ? $"after {Display.Plain(bps)} basis points a side" : "without costs";

    /// <summary>A cost as part of an anchor: 2.5 is 2-5.</summary>
    public static string Anchor(double bps) => Display.Plain(bps).Replace('.', '-').Replace(",", "", StringComparison.Ordinal);

    /// <summary>What a forecast is.</summary>
    public static string Explained(string name) => name switch
    {
        "score" => "score is what is traded, pool and prior together",
        "pool" => "pool the networks alone",
        "prior" => "prior the fixed reversal rule alone",
        "ridge" => "ridge a linear regression on the samples the pools were trained on",
        _ => name
    };
}
