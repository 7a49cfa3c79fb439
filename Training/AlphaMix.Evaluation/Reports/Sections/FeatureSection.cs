using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Permutation importance of the features, and their drift since training.</summary>
internal sealed class FeatureSection : IReportSection
{
    public string Id => "features";

    public bool AppliesTo(ReportContext context) => context.Has<PoolDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var pool = context.Get<PoolDiagnostics>();
        var blocks = new List<ReportBlock> { Importance(pool) };
        if (pool.Drift.Count == 0)
            blocks.Add(new NoteBlock("No drift: the data does not cover the training span."));
        else
            blocks.AddRange([Drift(pool.Drift), DriftTable(pool.Drift)]);
        return new ReportSection(Id, "The features", "", blocks);
    }

    private static ChartBlock Importance(PoolDiagnostics pool) => new(
        "feature-importance",
        $"Permutation importance of the features for {pool.ImportanceRouter}",
        "Drop of the mean daily IC when the feature's windows are permuted across the instruments of each day, with its 95 % interval; "
            + "right of 0 the feature helps. Correlated features substitute for each other, so that each alone looks unimportant.",
        new RowChart
        {
            Rows = [.. pool.Importance.Select(one => (one.Feature, IntervalPoint.From(0, one.Drop.Interval())))],
            XTitle = "drop of the mean daily IC",
            Format = value => Display.Formatted(value, "0.00##"),
            Records = new ChartRecords(
                ["feature", "drop of ic", "95 % from", "95 % to", "t"],
                [
                    .. pool.Importance.Select(one => new[]
                    {
                        one.Feature, Display.Machine(one.Drop.Value), Display.Machine(one.Drop.Interval().Lower),
                        Display.Machine(one.Drop.Interval().Upper),
                        Display.Machine(one.Drop.T)
                    })
                ])
        });

    private static ChartBlock Drift(IReadOnlyList<FeatureDrift> features) => new(
        "feature-drift",
        "Drift of the features since training",
        "Population stability index between training and this span. Rules of thumb, not tests: below 0.1 stable, above 0.25 another "
            + "distribution.",
        new RowChart
        {
            Rows = [.. features.Select(one => (one.Feature, new IntervalPoint(0, one.StabilityIndex, double.NaN, double.NaN)))],
            XTitle = "population stability index",
            Format = value => Display.Formatted(value, "0.0##"),
            Records = new ChartRecords(
                ["feature", "population stability index"],
                [.. features.Select(one => new[] { one.Feature, Display.Machine(one.StabilityIndex) })])
        });

    private static TableBlock DriftTable(IReadOnlyList<FeatureDrift> features) => new(
        "feature-drift-numbers",
        "Scaled features at training and on this span",
        "Feature",
        [
            new("PSI", "Population stability index"),
            new("KS", "Kolmogorov-Smirnov distance of the distribution functions"),
            new("Mean, training", "In the scaler's z-scores"),
            new("Mean, now", "In the same z-scores"),
            new("SD, training", "Standard deviation"),
            new("SD, now", "Standard deviation")
        ],
        [
            .. features.Select(one => new TableRow(
                one.Feature,
                [
                    Cell.Ratio(one.StabilityIndex), Cell.Ratio(one.KolmogorovSmirnov), Cell.Ratio(one.TrainingMean),
                    Cell.Ratio(one.UseMean),
                    Cell.Ratio(one.TrainingDeviation), Cell.Ratio(one.UseDeviation)
                ]))
        ]);
}
