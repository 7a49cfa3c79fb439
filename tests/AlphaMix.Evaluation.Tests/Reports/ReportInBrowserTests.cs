using System.Text.RegularExpressions;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests.Reports;

/// <summary>The whole page in a real browser, as wide as a screen and as narrow as a phone.</summary>
public partial class ReportInBrowserTests
{
    // Looks at the page from outside, so that the page itself needs no script: what it loaded, which drawings are shown, and how large they came out.
    private const string Probe = """
        <!DOCTYPE html><html><body>
        <iframe id="wide" src="report.html" width="1100" height="800"></iframe>
        <iframe id="narrow" src="report.html" width="375" height="800"></iframe>
        <script>
        window.onload = function () {
          for (const id of ["wide", "narrow"]) {
            const page = document.getElementById(id).contentWindow;
            const all = [...page.document.querySelectorAll("svg[role=img]")];
            const shown = all.filter(svg => svg.getBoundingClientRect().width > 0);
            const empty = shown.filter(svg => { const box = svg.getBBox(); return box.width < 100 || box.height < 30 || !svg.querySelector("path,rect,circle"); });
            const loaded = page.performance.getEntriesByType("resource").map(entry => entry.name);
            const wide = page.document.documentElement.scrollWidth > page.innerWidth ? "yes" : "no";
            const line = document.createElement("p");
            line.textContent = [id, "figures", page.document.querySelectorAll("figure").length, "drawings", all.length, "shown", shown.length,
              "empty", empty.length, "loaded", loaded.length, "overflow", wide].join(" ") + ".";
            document.body.appendChild(line);
          }
        };
        </script></body></html>
        """;

    [TestCase("daily", 16)]
    [TestCase("rankBuffer", 12)]
    public void Page_InABrowser_DrawsEveryFigure_AsksForNothing_AndSaysNothing(string strategy, int figures)
    {
        using var folder = new TemporaryFolder();
        using (var output = new StreamWriter(folder["report.html"]))
            DocumentHtml.Write(Document(strategy), output);
        File.WriteAllText(folder["probe.html"], Probe);

        var (document, log) = Browser.Open(folder["probe.html"]);

        var lines = Line().Matches(document).ToDictionary(match => match.Groups["id"].Value);
        Assert.That(lines.Keys, Is.EquivalentTo(new[] { "wide", "narrow" }), log);
        Assert.Multiple(() =>
        {
            Assert.That(log, Does.Not.Contain("CONSOLE"));
            foreach (var (id, line) in lines)
            {
                int Number(string name) => int.Parse(line.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
                Assert.That(Number("figures"), Is.AtLeast(figures), id);
                Assert.That(Number("shown"), Is.GreaterThanOrEqualTo(Number("figures")), $"{id}: a drawing for every figure");
                Assert.That(Number("empty"), Is.Zero, $"{id}: every drawing has something in it");
                Assert.That(Number("loaded"), Is.Zero, $"{id}: nothing is asked for");
                Assert.That(line.Groups["overflow"].Value, Is.EqualTo("no"), $"{id}: the page fits its width");
            }
        });
    }

    private static ReportDocument Document(string strategy)
    {
        if (strategy == "rankBuffer")
            return EvaluationReport.Create(SampleRankBuffer.Run());
        var outcome = SampleEvaluation.Run();
        return EvaluationReport.Create(outcome, SampleEvaluation.Examine(outcome));
    }

    [GeneratedRegex(@"<p>(?<id>\w+) figures (?<figures>\d+) drawings (?<drawings>\d+) shown (?<shown>\d+) empty (?<empty>\d+) loaded (?<loaded>\d+) overflow (?<overflow>\w+)\.</p>")]
    private static partial Regex Line();
}
