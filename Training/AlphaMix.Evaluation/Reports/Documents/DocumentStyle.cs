namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>What a report's page needs beside <see cref="ReportStyle"/>: marks, bars, quiet rows, contents.</summary>
internal static class DocumentStyle
{
    public const string Css = """
        main{max-width:1140px}
        table:has(tr.words) thead th{text-align:left}
        .mark{fill:var(--c);stroke:var(--paper);stroke-width:1.5}.spread{stroke:var(--c);stroke-width:1.4;opacity:.55}
        .bar{fill:var(--c)}.axis{fill:var(--soft);font-size:12px;font-weight:600}
        .paper{--c:var(--zero)}.line.paper,.key .paper{stroke-dasharray:3 4}
        .line.s0,.line.s2{stroke-dasharray:none}
        tr.quiet td,tr.quiet th{color:var(--soft);font-weight:400}
        tr.words td{white-space:normal;text-align:left;min-width:15em}tr.words th{vertical-align:top}
        tr.last td{vertical-align:top}tr.last td:not(:last-child){min-width:0;white-space:nowrap}
        .intro{margin:0 0 12px;max-width:84ch}
        .contents{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:20px 0 0;padding:0;font-size:.92rem}
        a{color:var(--s0)}
        h4{font-size:1rem;margin:18px 0 6px}
        @media (max-width:640px){.name{font-size:12px}}
        @media print{.contents{display:none}}
        """;
}
