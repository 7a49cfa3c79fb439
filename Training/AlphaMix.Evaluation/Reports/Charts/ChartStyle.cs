namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>What drawings need in the page's style sheet: marks, bars, intervals, shades.</summary>
internal static class ChartStyle
{
    private const int Colours = 6;

    public const string Css = """
        .mark{fill:var(--c);stroke:var(--paper);stroke-width:1.5}.spread{stroke:var(--c);stroke-width:1.4;opacity:.55}
        .bar{fill:var(--c)}.axis{fill:var(--soft);font-size:12px;font-weight:600}
        .paper{--c:var(--zero)}.line.paper,.key .paper{stroke-dasharray:3 4}
        .line.s0,.line.s2{stroke-dasharray:none}
        .dot{fill:var(--c);stroke:none}.whisker{stroke:var(--c);stroke-width:1.6;opacity:.6}
        .label{fill:var(--ink);font-size:12.5px;paint-order:stroke;stroke:var(--paper);stroke-width:3px}.label.small{font-size:11px}
        .cell{fill:var(--ink);font-size:11.5px;font-variant-numeric:tabular-nums}
        .heat.up{fill:var(--s0)}.heat.down{fill:var(--s1)}
        .picks{stroke:var(--s0);stroke-width:8;fill:none}
        .dashed{stroke-dasharray:5 4}
        .legend svg.key:has(circle){width:12px}
        .panels{display:grid;grid-template-columns:1fr 1fr;gap:10px 20px}
        .panels figcaption{margin:0}
        @media (max-width:640px){.panels{grid-template-columns:1fr}tbody th{white-space:normal;max-width:11em}}
        @media print{.panels{grid-template-columns:1fr 1fr}section{break-inside:auto}figure{break-inside:avoid}
        h3,.legend,.intro{break-after:avoid}.legend,.intro,.note{break-inside:avoid}footer{margin-top:8pt}}
        """;

    /// <summary>Returns the class that gives a series its colour; after six they begin again.</summary>
    public static string Series(int index) => $"s{index % Colours}";
}
