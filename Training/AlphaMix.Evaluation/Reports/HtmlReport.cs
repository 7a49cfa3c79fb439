namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Writes an evaluation as one self-contained HTML page: the verdict in plain words, charts, tables. No script, no network; light and dark,
/// readable on a phone and on paper. Same outcome, same bytes.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="output">Receives the page, to be stored as UTF-8; left open.</param>
    /// <param name="title">What was evaluated; any text.</param>
    public static void Write(EvaluationOutcome outcome, TextWriter output, string title = "AlphaMix evaluation")
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(title);

        output.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Display.Escape(title)}</title>
            <style>
            {ReportStyle.Css}
            </style>
            </head>
            <body>
            <main>

            """);
        WriteVerdict(outcome.Result, output, title);
        ReportCharts.Write(outcome, output);
        ReportTables.Write(outcome.Result, output);
        WriteValidation(outcome.Result.ValidationUses, output);
        WriteSetting(outcome.Result, output);
        output.WriteLine("</main>\n</body>\n</html>");
    }

    private static void WriteVerdict(EvaluationResult result, TextWriter output, string title)
    {
        output.WriteLine($"<header>\n<h1>{Display.Escape(title)}</h1>");
        output.WriteLine($"<p class=\"headline\">{Display.Escape(VerdictText.Headline(result))}</p>");
        output.WriteLine(
            $"<p class=\"setting\">{Display.Day(result.From)} to {Display.Day(result.To)}, {Display.Count(result.Days)} trading days, "
            + $"{Display.Count(result.Instruments)} instruments, the top {result.Options.TopK} each day, {Display.Escape(VerdictText.Costs(result.Options))}.</p>\n</header>");
        output.WriteLine("<ul class=\"verdicts\">");
        foreach (var router in result.Routers)
        {
            var edge = Verdict.Of(router, result).HasEdge;
            output.WriteLine(
                $"<li{(edge ? " class=\"edge\"" : string.Empty)}><b>{Display.Escape(router.Name)}</b><span class=\"call\">{(edge ? "Edge" : "No edge")}.</span> "
                + $"{Display.Escape(VerdictText.Reason(router, result))}</li>");
        }

        output.WriteLine("</ul>\n<ul class=\"caveats\">");
        foreach (var caveat in VerdictText.Caveats(result))
            output.WriteLine($"<li>{Display.Escape(caveat)}</li>");
        output.WriteLine("</ul>");
    }

    private static void WriteValidation(ValidationUses? uses, TextWriter output)
    {
        output.WriteLine("<h2>How often the validation span was used</h2>");
        if (uses is null)
        {
            output.WriteLine("<p class=\"note\">Not known for this pool.</p>");
            return;
        }

        output.WriteLine(
            $"<p>{Display.Count(uses.Total)} looks in all. Each look picks what did well there, so results on the validation span flatter; "
            + "the span of this page should be another one.</p>");
        WriteList(
            output,
            ("Epochs judged", Display.Count(uses.Epochs)),
            ("Trials ranked for the top K", Display.Count(uses.TopK)),
            ("Candidates of W (selection with replacement)", Display.Count(uses.W)),
            ("Ingredients of S (soup)", Display.Count(uses.S)),
            ("Fits of R (as-needed routers)", Display.Count(uses.R)),
            ("Calibrations", Display.Count(uses.Calibration)));
    }

    private static void WriteSetting(EvaluationResult result, TextWriter output)
    {
        output.WriteLine("<h2>Setting</h2>");
        WriteList(
            output,
            ("Decision days", $"{Display.Day(result.From)} to {Display.Day(result.To)} ({Display.Count(result.Days)})"),
            ("Instruments", Display.Count(result.Instruments)),
            (
                "Portfolio",
                $"top {result.Options.TopK} by P(up), equal weights, every day"
                + (result.Options.HoldingBuffer ? $", kept until the rank leaves {2 * result.Options.TopK}" : string.Empty)),
            ("Fill", result.Options.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            ("Costs", VerdictText.Costs(result.Options)),
            (
                "Null portfolios",
                $"{Display.Count(result.Portfolios)} random, {Display.Count(result.Portfolios)} relabelled for each router; seed {result.Seed}"));
        output.WriteLine("<footer>Past returns of a simulated portfolio; no advice. TR, SR and the like follow the AlphaMix paper (KDD 2023).</footer>");
    }

    private static void WriteList(TextWriter output, params (string Term, string Value)[] entries)
    {
        output.WriteLine("<dl>");
        foreach (var (term, value) in entries)
            output.WriteLine($"<dt>{Display.Escape(term)}</dt><dd>{Display.Escape(value)}</dd>");
        output.WriteLine("</dl>");
    }
}
