using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Units;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Which departure of the authors' code makes which number.</summary>
internal static class DeparturesPart
{
    private static readonly TableColumn[] Heads =
    [
        new("TR %", "V: total return before costs", "N1"),
        new("SR", "V: Sharpe ratio before costs"),
        new("change of SR", "V: Sharpe ratio less that of the honest pool of the same seed"),
        new("best SR of the seeds", "V: what is left when the best seed on the test span is printed alone"),
        new("VOL %", "V: volatility"),
        new("MDD %", "V: maximum drawdown", "N1"),
        new("beats relab. %", "V: share of relabelled portfolios with a lower Sharpe ratio", "N0"),
        new("net SR", "V: Sharpe ratio after costs"),
        new("SR of R", "Router R"),
        new("SR of W", "Router W"),
        new("SR of S", "Router S"),
        new("1/N SR", "1/N on the same prices")
    ];

    public static ReportSection Section(ReportData data)
    {
        string[] conditions = [SmallPoolUnit.Honest, .. DepartureCatalogue.Switches.Select(each => each.Name), SmallPoolUnit.Together];
        var units = data.Result.Of($"departure-{SmallPoolUnit.Honest}");
        return new ReportSection(
            "section-departures",
            "Which departure makes which number",
            "What the authors' published code does otherwise than the paper or than sound practice, one switch at a time against the same small pools without it, and all together. "
            + $"Small pools: {(units.Count == 0 ? "none" : units[0].Setting)}; with successive-checkpoints the groups are checkpoints of one training, so that its seeds are not independent and ± is too small. "
            + "A change smaller than its own ± is not told from the luck of a seed.",
            [
                new TableBlock("departures", "Top-k portfolios of small pools, before costs; four groups and the router V unless said", "Switch", Heads,
                [
                    .. conditions.Select(name => Row(name, data)).OfType<TableRow>(),
                    .. Paper(data)
                ]),
                new TableBlock("departures-switches", "The switches", "Switch", [new("what the authors' code does", "What"), new("seen in", "Where")],
                    [.. DepartureCatalogue.Switches.Select(each => new TableRow(each.Name, [Cell.Words(each.What), Cell.Words(each.Source)]))]),
                new TableBlock("departures-not-implemented", "Known, and not implemented", "Departure", [new("what the authors' code does", "What"), new("seen in", "Where"), new("why not", "Reason")],
                    [.. DepartureCatalogue.NotImplemented.Select(each => new TableRow(each.Name, [Cell.Words(each.What), Cell.Words(each.Source), Cell.Words(each.NotImplemented!)]))])
            ]);
    }

    private static TableRow? Row(string name, ReportData data)
    {
        if (data.Small($"departure-{name}", "V") is not { } v)
            return null;
        var honest = data.Small($"departure-{SmallPoolUnit.Honest}", "V");
        var market = data.Result.Of($"departure-{name}")[0].Market;
        Cell Of(string router) => data.Small($"departure-{name}", router)?.Spread(run => run.Gross.SharpeRatio) ?? Cell.Empty;
        return new TableRow(name,
        [
            v.Spread(run => run.Gross.TotalReturn), v.Spread(run => run.Gross.SharpeRatio),
            name == SmallPoolUnit.Honest || honest is null ? Cell.Empty : Cell.Spread(v.Runs.Select((run, i) => run.Gross.SharpeRatio - honest.Runs[i].Gross.SharpeRatio)),
            Cell.Of(v.Runs.Max(run => run.Gross.SharpeRatio)), v.Spread(run => run.Gross.Volatility), v.Spread(run => run.Gross.MaxDrawdown),
            v.Spread(run => 100 * run.BeatsRelabelled), v.Spread(run => run.Net.SharpeRatio), Of("R"), Of("W"), Of("S"), Cell.Of(market.EqualWeight.SharpeRatio)
        ]);
    }

    private static IEnumerable<TableRow> Paper(ReportData data)
    {
        if (data.PaperOf("AlphaMix-V") is not { } v)
            yield break;
        Cell Of(string model) => Columns.Of(data.PaperOf(model)!.SharpeRatio);
        yield return new TableRow(
            "paper, Table 4",
            [
                Columns.Of(v.TotalReturn), Columns.Of(v.SharpeRatio), Cell.Empty, Cell.Empty, Columns.Of(data.PaperOf("AlphaMix")!.Volatility), Columns.Of(v.MaxDrawdown), Cell.Empty, Cell.Empty,
                Of("AlphaMix-R"), Of("AlphaMix-W"), Of("AlphaMix-S"), Cell.Empty
            ],
            IsReference: true);
        var random = data.Market.RandomSharpe;
        yield return new TableRow(
            "random, mean ± sd",
            [Cell.Of(data.Market.RandomReturn.Mean, data.Market.RandomReturn.Sd), Cell.Of(random.Mean, random.Sd), .. Enumerable.Repeat(Cell.Empty, 10)],
            IsReference: true);
    }
}
