using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;
using AlphaMix.Training.Experiments.Tasks;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figure 10: the number of experts in a group.</summary>
internal sealed class Figure10Section : IReportSection
{
    public string Id => "section-figure-10";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Figure10) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        var points = new List<SweepPoint>();
        IReadOnlyList<TaskResult> tasks = [];
        foreach (var experts in AblationTask.Experts)
        {
            tasks = data.Result.TasksOf($"experts-{experts}");
            foreach (var router in new[] { "V", "R" })
            {
                if (data.Small($"experts-{experts}", router) is { } model)
                    points.Add(new SweepPoint(experts, $"AlphaMix-{router}", tasks[0].Market, model.Runs));
            }
        }

        var setting = SweepPoint.Setting(tasks).Replace("of 32 experts", "of so many experts", StringComparison.Ordinal);
        return SweepPoint.Section(
            "figure-10", "Figure 10: the number of experts in a group", "experts in a group (M)",
            $"Small pools: {setting}, one start a group, {data.Result.Options.Seeds} seeds a point.", [.. points], data);
    }
}
