using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Experiments.Tasks;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Which departure of the authors' code makes which number.</summary>
internal sealed class DeparturesSection : IReportSection
{
    private static readonly string[] RouterNames = ["V", "R", "W", "S"];

    private static readonly TableColumn[] Heads =
    [
        new("TR %", "V: total return before costs", "N1"),
        new("SR", "V: Sharpe ratio before costs"),
        new("change of SR", "V: Sharpe ratio less that of the honest pool of the same seed"),
        new("best SR of the seeds", "V: what is left when the best seed on the test span is printed alone"),
        new("VOL %", "V: volatility"),
        new("MDD %", "V: maximum drawdown", "N1"),
        new("beats permuted %", "V: share of permuted portfolios with a lower Sharpe ratio", "N0"),
        new("net SR", "V: Sharpe ratio after costs"),
        new("1/N SR", "1/N on the same prices")
    ];

    private static readonly TableColumn[] Routers =
    [
        new("V", "Mean of all groups"),
        new("R", "As-needed routers"),
        new("W", "Selection with replacement"),
        new("S", "Soup"),
        new("best of all seeds and routers", "What is left when the best number on the test span is printed alone"),
        new("experts R asks", "Mean number of experts that R asks a sample", "N1")
    ];

    public string Id => "section-departures";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Departures) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        string[] conditions = [AblationTask.Honest, .. DepartureCatalogue.Switches.Select(each => each.Name), AblationTask.Together];
        var tasks = data.Result.TasksOf($"departure-{AblationTask.Honest}");
        return new ReportSection(
            Id,
            "Which departure makes which number",
            "What the authors' published code does otherwise than the paper or than sound practice, one switch at a time against the "
                + $"same small pools without it, and all together. Small pools: {(tasks.Count == 0 ? "none" : tasks[0].Setting)}; with "
                + "successive-checkpoints the groups are checkpoints of one training, so that its seeds are not independent and ± is "
                + "too small. A change smaller than its own ± is within the noise of the seeds.",
            [
                new TableBlock("departures", "Router V of small pools: the mean of four groups", "Switch", Heads,
                [
                    .. conditions.Select(name => Row(name, data)).OfType<TableRow>(),
                    .. Paper(data)
                ]),
                new TableBlock("departures-routers", "Sharpe ratios before costs by router", "Switch", Routers,
                [
                    .. conditions.Select(name => RouterRow(name, data)).OfType<TableRow>(),
                    .. PaperRouters(data)
                ]),
                new TableBlock("departures-switches", "The switches", "Switch",
                    [new("what the authors' code does", "What"), new("seen in", "Where")],
                    [.. DepartureCatalogue.Switches
                        .Select(each => new TableRow(each.Name, [Cell.Words(each.What), Cell.Words(each.Source)]))]),
                new TableBlock("departures-not-implemented", "Known, and not implemented", "Departure",
                    [new("what the authors' code does", "What"), new("seen in", "Where"), new("why not", "Reason")],
                    [.. DepartureCatalogue.NotImplemented.Select(each => new TableRow(each.Name,
                        [Cell.Words(each.What), Cell.Words(each.Source), Cell.Words(each.NotImplemented!)]))])
            ]);
    }

    private static TableRow? Row(string name, ReportData data)
    {
        if (data.Small($"departure-{name}", "V") is not { } v)
            return null;
        var honest = data.Small($"departure-{AblationTask.Honest}", "V");
        var market = data.Result.TasksOf($"departure-{name}")[0].Market;
        return new TableRow(name,
        [
            v.Spread(run => run.Gross.TotalReturn), v.Spread(run => run.Gross.SharpeRatio),
            name == AblationTask.Honest || honest is null ? Cell.Empty : Cell.Spread(v.Runs.Select((run, i) =>
                run.Gross.SharpeRatio - honest.Runs[i].Gross.SharpeRatio)),
            Cell.Number(v.Runs.Max(run => run.Gross.SharpeRatio)), v.Spread(run => run.Gross.Volatility),
            v.Spread(run => run.Gross.MaxDrawdown),
            v.Spread(run => 100 * run.BeatsPermuted), v.Spread(run => run.Net.SharpeRatio), Cell.Number(market.EqualWeight.SharpeRatio)
        ]);
    }

    private static TableRow? RouterRow(string name, ReportData data)
    {
        ModelRuns?[] routers = [.. RouterNames.Select(router => data.Small($"departure-{name}", router))];
        if (routers[0] is null)
            return null;
        return new TableRow(name,
        [
            .. routers.Select(model => model?.Spread(run => run.Gross.SharpeRatio) ?? Cell.Empty),
            Cell.Number(routers.OfType<ModelRuns>().Max(model => model.Runs.Max(run => run.Gross.SharpeRatio))),
            routers[1]?.Spread(run => run.ExpertsAsked) ?? Cell.Empty
        ]);
    }

    private static IEnumerable<TableRow> Paper(ReportData data)
    {
        if (data.PaperOf("AlphaMix-V") is not { } v)
            yield break;
        yield return new TableRow(
            "paper, Table 4",
            [
                Columns.Figure(v.TotalReturn), Columns.Figure(v.SharpeRatio), Cell.Empty, Cell.Empty,
                Columns.Figure(data.PaperOf("AlphaMix")!.Volatility),
                    Columns.Figure(v.MaxDrawdown), Cell.Empty, Cell.Empty, Cell.Empty
            ],
            IsReference: true);
        var random = data.Market.RandomSharpe;
        yield return new TableRow(
            "random, mean ± sd",
            [Cell.Number(data.Market.RandomReturn.Mean, data.Market.RandomReturn.Sd), Cell.Number(random.Mean, random.Sd),
                .. Enumerable.Repeat(Cell.Empty, 7)],
            IsReference: true);
    }

    private static IEnumerable<TableRow> PaperRouters(ReportData data)
    {
        Cell[] cells = [.. RouterNames.Select(name => data.PaperOf($"AlphaMix-{name}")).Where(row => row is not null).Select(row =>
            Columns.Figure(row!.SharpeRatio))];
        if (cells.Length == 4)
            yield return new TableRow("paper, Table 4", [.. cells, Cell.Empty, Cell.Empty], IsReference: true);
    }
}
