using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figure 9: the number of names held.</summary>
internal sealed class Figure9Section : IReportSection
{
    public string Id => "section-figure-9";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Figure9) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        var pools = data.Result.TasksOf("alphamix");
        SweepPoint[] points =
        [
            .. pools.SelectMany(task => task.Sweep).GroupBy(each => each.Value).OrderBy(same => same.Key)
                .SelectMany(same => same.First().Portfolios.Select(each => new SweepPoint(
                    same.Key, $"AlphaMix-{each.Name}", same.First().Market,
                    [.. same.Select(one => one.Portfolios.First(record => record.Name == each.Name))])))
        ];
        return SweepPoint.Section(
            "figure-9", "Figure 9: the number of names held", "names held (k)",
            $"The pools of Table 4, portfolios of other sizes ({SweepPoint.Setting(pools)}). More names are less risk by themselves: "
                + "compare each point with the random portfolios of its size.", points, data);
    }
}
