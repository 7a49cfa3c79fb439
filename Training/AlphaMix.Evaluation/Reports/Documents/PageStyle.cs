namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// The style sheet of a page. Line colours: Okabe and Ito (2008), told apart by colour-blind readers too; dashes help as well.
/// </summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--paper:#fff;--card:#f6f7f9;--ink:#1c2330;--soft:#5b6575;--rule:#dfe3e9;--zero:#98a1af;
        --band:#8fa3bf;
        --good:#00694d;--bad:#9c3a00;--s0:#0072b2;--s1:#d55e00;--s2:#009e73;--s3:#b5528d;--s4:#7a5c00;--s5:#5a55c9;--ew:#1c2330;
        --median:#6b7789}
        @media (prefers-color-scheme:dark){:root{--paper:#12161d;--card:#1a202a;--ink:#e8ebf0;--soft:#a2adbd;--rule:#2c3542;
        --zero:#6d7889;--band:#6f86a8;
        --good:#4cc9a0;--bad:#f0a060;--s0:#56b4e9;--s1:#f08a3c;--s2:#2fc59a;--s3:#e08cc0;--s4:#d9bd4a;--s5:#a29ef5;--ew:#f4f6f9;
        --median:#93a0b3}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);
        font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        main{max-width:960px;margin:0 auto;padding:28px 20px 48px}
        h1{font-size:1.05rem;font-weight:600;color:var(--soft);margin:0 0 4px}
        .headline{font-size:1.9rem;line-height:1.2;font-weight:700;margin:0 0 8px;letter-spacing:-.01em}
        .setting{color:var(--soft);margin:0 0 20px}
        h2{font-size:1.2rem;margin:36px 0 8px}
        .verdicts{list-style:none;margin:0 0 12px;padding:0;display:grid;gap:8px}
        .verdicts li{background:var(--card);border-left:4px solid var(--bad);border-radius:6px;padding:10px 14px}
        .verdicts li.edge{border-left-color:var(--good)}
        .verdicts b{margin-right:6px}
        .call{color:var(--bad);font-weight:600}.edge .call{color:var(--good)}
        .caveats,.note{color:var(--soft);font-size:.92rem}
        .caveats{margin:0;padding-left:1.2em}
        figure{margin:8px 0 0}
        figcaption{color:var(--soft);font-size:.92rem;margin-top:4px}
        svg{width:100%;height:auto;display:block}
        svg.narrow{display:none}
        .grid{stroke:var(--rule)}.zero{stroke:var(--zero)}
        .tick{fill:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}
        .name{font-size:13px;font-weight:600;stroke:none}
        .band{fill:var(--band);opacity:.28;stroke:none}
        .line{fill:none;stroke-width:1.9;stroke-linejoin:round;stroke-linecap:round}
        .s0{--c:var(--s0)}.s1{--c:var(--s1)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}.s4{--c:var(--s4)}.s5{--c:var(--s5)}.ew{--c:var(--ew)}
        .median{--c:var(--median)}
        .line,.key line{stroke:var(--c)}.name{fill:var(--c)}
        .line.ew,.key .ew{stroke-dasharray:7 4}.line.median,.key .median{stroke-dasharray:2 3;stroke-width:1.5}
        .line.s1,.key .s1{stroke-dasharray:12 3}.line.s3,.key .s3{stroke-dasharray:12 3 2 3}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 6px;padding:0;list-style:none;font-size:.92rem}
        .legend li{display:flex;align-items:center;gap:7px}
        .legend svg{width:30px;height:12px;flex:none}
        .key line{stroke-width:2.4}
        h3{font-size:1rem;margin:20px 0 4px}
        .table{overflow-x:auto;margin:0 0 18px}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.94rem}
        th,td{padding:6px 9px;text-align:right;white-space:nowrap;border-bottom:1px solid var(--rule)}
        thead th{color:var(--soft);font-weight:600;vertical-align:bottom}
        tbody th{font-weight:600}
        th:first-child{padding-left:0;text-align:left;position:sticky;left:0;background:var(--paper)}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:8px 0}
        dt{color:var(--soft)}dd{margin:0}
        footer{margin-top:36px;color:var(--soft);font-size:.85rem}
        @media (max-width:640px){main{padding:18px 16px 36px}.headline{font-size:1.5rem}svg.wide{display:none}svg.narrow{display:block}
        .narrow .line{stroke-width:1.5}
        dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}th,td{padding:6px 7px}}
        @media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#ccc;--zero:#888;--band:#8fa3bf;
        --good:#00694d;--bad:#9c3a00;
        --s0:#0072b2;--s1:#d55e00;--s2:#009e73;--s3:#b5528d;--s4:#7a5c00;--s5:#5a55c9;--ew:#000;--median:#555}
        body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}
        svg.wide{display:block}svg.narrow{display:none}
        section,.verdicts li,tr,.table{break-inside:avoid}h2{margin:14pt 0 4pt}.verdicts{gap:3pt}.verdicts li{padding:2pt 8pt}
        h2,h3{break-after:avoid}.table{overflow:visible}table{font-size:8.5pt}th,td{padding:3px 5px}th:first-child{position:static}}
        main{max-width:1140px}
        table:has(tr.words) thead th{text-align:left}
        tr.quiet td,tr.quiet th{color:var(--soft);font-weight:400}
        tr.words td{white-space:normal;text-align:left;min-width:15em}tr.words th{vertical-align:top}
        tr.last td{vertical-align:top}tr.last td:not(:last-child){min-width:0;white-space:nowrap}
        .intro{margin:0 0 12px;max-width:84ch}
        .contents{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:20px 0 0;padding:0;font-size:.92rem}
        a{color:var(--s0)}
        @media (max-width:640px){.name{font-size:12px}}
        @media print{.contents{display:none}}
        """;
}
