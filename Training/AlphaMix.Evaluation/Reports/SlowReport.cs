using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Evaluation.Reports.Sections.Slow;

namespace AlphaMix.Evaluation.Reports;

/// <summary>Makes the report of a slow portfolio, of one pool or of a walk-forward run.</summary>
public static class SlowReport
{
    /// <summary>
    /// Gets the sections: return and drawdown; the numbers; years and months; which pool traded when; the days at 1/N; the setting.
    /// </summary>
    public static ReportOutline Outline { get; } = new(
        new SlowReturnSection(), new SlowNumberSection(), new SlowPeriodSection(), new SlowFoldSection(), new SlowGateSection(),
        new SlowSettingSection());

    /// <summary>Makes the report.</summary>
    /// <param name="outcome">What <see cref="SlowEvaluator"/> found.</param>
    /// <param name="setting">The rules it was found by.</param>
    /// <param name="title">What was evaluated; any text.</param>
    /// <param name="outline">The sections; null takes <see cref="Outline"/>.</param>
    public static ReportDocument Create(
        SlowOutcome outcome, SlowSetting setting, string title = "AlphaMix evaluation", ReportOutline? outline = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(title);
        var result = outcome.Result;
        var score = result.Contenders[0];
        var pools = SlowFoldSection.Traded(outcome, setting);
        return new ReportDocument
        {
            Title = title,
            Headline = Headline(result),
            Setting = $"{Display.Day(result.From)} to {Display.Day(result.To)}, {Display.Count(result.Days)} trading days, "
                + $"{Display.Count(result.Instruments)} instruments, "
                + $"{(pools == 1 ? "one pool" : $"{pools} dated pools")}, a slow portfolio at "
                + $"{Display.List([.. setting.Options.CostsBps.Select(Display.Plain)])} basis points a side.",
            Verdicts = [new ReportVerdict(score.Name, SlowVerdict.HasEdge(result), Reason(result))],
            Caveats = [.. Caveats(result, setting)],
            Sections = (outline ?? Outline).Create(ReportContext.Empty.With(outcome).With(setting)),
            Footer = "Past returns of a simulated portfolio; no advice."
        };
    }

    private static string Headline(SlowEvaluation result) => SlowVerdict.HasEdge(result)
        ? $"Ahead of 1/N, even after {Display.Plain(result.Contenders[0].AtCosts[^1].CostBps)} basis points a side."
        : result.Contenders[0].AtCosts[^1].CostBps > 0 ? "No edge over 1/N after costs." : "No edge over 1/N: nothing was charged.";

    private static string Reason(SlowEvaluation result)
    {
        var text = SlowVerdict.Text(result)["Verdict: ".Length..].Replace('-', '\u2212');
        return string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
    }

    private static IEnumerable<string> Caveats(SlowEvaluation result, SlowSetting setting)
    {
        yield return $"An edge needs an information ratio over 1/N whose {Display.Share(1 - setting.Options.Level, "0.##")} interval "
            + "lies above 0, at the lowest and at the highest cost, with the rule trading on at least half of the days. "
            + "Portfolio and 1/N pay the same costs. One forecast is judged, score; the others stand beside it.";
        if (result.Contenders.Count > 1)
            yield return $"{string.Join("; ", result.Contenders.Select(one => SlowNames.Explained(one.Name)))}.";
        if (result.Contenders[0].AtCosts.Any(at => at.GatedDays > 0))
            yield return "On some days the gate made the portfolio 1/N: see the days at 1/N. Such days tell nothing about the score.";
        if (setting.Fill == FillRule.Close)
            yield return "Fills are at the close that the scores already know; an order can only get the next open.";
        yield return "One stretch of history, looked at once, is one draw; every further configuration tried on the same days makes the "
            + "best of them look better than it is.";
    }
}
