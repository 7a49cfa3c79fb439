using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>By which rules the portfolio traded and was judged.</summary>
internal sealed class SlowSettingSection : IReportSection
{
    public string Id => "setting";

    public bool AppliesTo(ReportContext context) => context.Has<SlowOutcome>() && context.Has<SlowSetting>();

    public ReportSection Create(ReportContext context) =>
        new(Id, "Setting", "", [Table(context.Get<SlowOutcome>().Result, context.Get<SlowSetting>())]);

    private static TableBlock Table(SlowEvaluation result, SlowSetting setting) => new(
        "setting-words",
        "What was simulated",
        "Rule",
        [new("Value", "As it was set")],
        [
            Row("Decision days", $"{Display.Day(result.From)} to {Display.Day(result.To)} ({Display.Count(result.Days)})"),
            Row("Instruments", Display.Count(result.Instruments)),
            Row("Score", $"{Display.Share(setting.Rule.PriorWeight, "0.##")} prior, the rest the pool's P(up), as ranks; averaged over "
                + $"{setting.Rule.ScoreDays} days (span)"),
            Row("Held", Held(setting.Rule)),
            Row("Limit on a day's sales", setting.Rule.MaxTurnover < 1 ? $"{Display.Share(setting.Rule.MaxTurnover, "0.##")} of the "
                + "portfolio" : "none"),
            Row("Gate", $"1/N with fewer than {setting.Rule.FewestNames} scored names, or an expected cost above "
                + $"{Display.Share(setting.Rule.MaxYearlyCost, "0.##")} a year"),
            Row("Fill", setting.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            Row("Costs", $"{Display.List([.. setting.Options.CostsBps.Select(Display.Plain)])} basis points a side, for 1/N too"),
            Row("1/N", "every instrument with a bar, made equal every day"),
            Row("Level of the verdict", $"{Display.Share(setting.Options.Level, "0.##")}, two-sided; "
                + $"{Display.Count(setting.Options.Replications)} resamples of blocks of days"),
            Row("Relabelled portfolios", $"{Display.Count(setting.Options.Relabelled)} a forecast"),
            Row("Seed", $"{setting.Options.Seed}")
        ]);

    private static string Held(TradingRule rule) =>
        $"one in {rule.HeldOneIn} of the scored names, at least {rule.FewestHeld}{(rule.LongShort ? ", on each side" : ", long only")}; "
            + "a name enters from the top and stays until its rank leaves twice as many";

    private static TableRow Row(string name, string value) => new(name, [Cell.Words(value)]);
}
