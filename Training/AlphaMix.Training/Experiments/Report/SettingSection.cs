using System.Globalization;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>What was trained on what, and where each model comes from.</summary>
internal sealed class SettingSection : IReportSection
{
    public string Id => "section-setting";

    public bool AppliesTo(ReportContext context) => context.Has<ReportData>();

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        var (options, split) = (data.Result.Options, data.Result.Options.Configuration.Split);
        var rows = new List<TableRow>
        {
            Row("protocol", options.Departures.Any ? $"departures switched on: {string.Join(", ", options.Departures.Names)}"
                : "honest: nothing is fitted on the test span, seeds are independent, experts are averaged sample by sample"),
            Row("seeds", string.Create(CultureInfo.InvariantCulture, $"{options.Seeds}, from {options.Configuration.Seed} on")),
            Row("training span", $"{split.TrainFrom:yyyy-MM-dd} to {split.ValidationFrom:yyyy-MM-dd}"),
            Row("validation span", $"{split.ValidationFrom:yyyy-MM-dd} to {split.TestFrom:yyyy-MM-dd}"),
            Row("test span", $"{split.TestFrom:yyyy-MM-dd} to {split.TestTo:yyyy-MM-dd}: decisions from {data.Market.From:yyyy-MM-dd} to "
                + $"{data.Market.To:yyyy-MM-dd}"),
            Row("null portfolios", string.Create(CultureInfo.InvariantCulture, $"{options.Portfolios} random, {options.Portfolios} "
                + $"permuted for each model and seed; the same for all models"))
        };
        if (data.Result.TasksOf("alphamix") is { Count: > 0 } pools)
            rows.Add(Row("AlphaMix", string.Create(CultureInfo.InvariantCulture, $"{pools[0].Setting}; {pools[0].TrainingSamples} "
                + $"training samples")));
        foreach (var model in data.Baselines)
            rows.Add(Row(model.Name, data.Result.TasksOf(model.Name)[0].Setting));
        foreach (var missing in data.Result.Missing)
            rows.Add(Row(missing.Name, $"missing: {missing.Reason}"));
        if (options.Departures.Any)
            rows.Add(Row("baselines", "of the switches, only those that concern prices, labels and scaling reach the baselines"));
        return new ReportSection(Id, "Setting", "", [new TableBlock("setting", "What was trained on what", "", [new("", "")], rows)]);
    }

    private static TableRow Row(string name, string text) => new(name, [Cell.Words(text)]);
}
