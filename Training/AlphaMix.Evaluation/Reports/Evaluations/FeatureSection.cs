using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Figures;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>Which features a router leans on, and how far they have moved since training.</summary>
internal static class FeatureSection
{
    public static ReportSection Of(PoolDiagnostics pool)
    {
        var blocks = new List<ReportBlock> { Importance(pool) };
        if (pool.Drift.Count == 0)
            blocks.Add(new NoteBlock("Drift is not told: the data does not have the training span."));
        else
            blocks.AddRange([Drift(pool.Drift), DriftTable(pool.Drift)]);
        return new ReportSection("features", "The features", "", blocks);
    }

    private static FigureBlock Importance(PoolDiagnostics pool)
    {
        var title = $"What {pool.ImportanceRouter} loses without a feature";
        const string Caption = "Mean daily IC less that with the feature's windows given to other instruments of the day at random, with its 95 % interval; right of 0 the feature helps. "
            + "Features that say nearly the same stand in for each other, so that each alone looks unimportant.";
        var chart = new RowChart("feature-importance", title, Caption, [.. pool.Importance.Select(one => (one.Feature, Point(one)))])
        {
            XTitle = "drop of the mean daily IC",
            Format = value => Display.Formatted(value, "0.00##")
        };
        return new FigureBlock("feature-importance", title, Caption)
        {
            Heads = ["feature", "drop of ic", "95 % from", "95 % to", "t"],
            Rows =
            [
                .. pool.Importance.Select(one => new[]
                {
                    one.Feature, Cell.Machine(one.Drop.Value), Cell.Machine(one.Drop.Interval().Lower), Cell.Machine(one.Drop.Interval().Upper), Cell.Machine(one.Drop.T)
                })
            ],
            Draw = chart.Write
        };
    }

    private static IntervalPoint Point(FeatureImportance one)
    {
        var interval = one.Drop.Interval();
        return new IntervalPoint(0, interval.Value, interval.Lower, interval.Upper);
    }

    private static FigureBlock Drift(IReadOnlyList<FeatureDrift> features)
    {
        const string Title = "How far features have moved since training";
        const string Caption = "Population stability index between training and this span. Rules of thumb, not tests: below 0.1 stable, above 0.25 another population.";
        var chart = new RowChart(
            "feature-drift", Title, Caption, [.. features.Select(one => (one.Feature, new IntervalPoint(0, one.StabilityIndex, double.NaN, double.NaN)))])
        {
            XTitle = "population stability index",
            Format = value => Display.Formatted(value, "0.0##")
        };
        return new FigureBlock("feature-drift", Title, Caption)
        {
            Heads = ["feature", "population stability index"],
            Rows = [.. features.Select(one => new[] { one.Feature, Cell.Machine(one.StabilityIndex) })],
            Draw = chart.Write
        };
    }

    private static TableBlock DriftTable(IReadOnlyList<FeatureDrift> features) => new(
        "feature-drift-numbers",
        "Scaled features at training and on this span",
        "Feature",
        [
            new("PSI", "Population stability index"),
            new("KS", "Largest distance of the distribution functions"),
            new("Mean, training", "In the scaler's z-scores"),
            new("Mean, now", "In the same z-scores"),
            new("SD, training", "Standard deviation"),
            new("SD, now", "Standard deviation")
        ],
        [
            .. features.Select(one => new TableRow(
                one.Feature,
                [
                    Told.Ratio(one.StabilityIndex), Told.Ratio(one.KolmogorovSmirnov), Told.Ratio(one.TrainingMean), Told.Ratio(one.UseMean),
                    Told.Ratio(one.TrainingDeviation), Told.Ratio(one.UseDeviation)
                ]))
        ]);
}
