using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Makes the report of an experiment: the verdict, then the paper's tables and figures that were asked for.</summary>
public static class PaperReport
{
    private static readonly (ExperimentPart Part, Func<ReportData, ReportSection> Make)[] Parts =
    [
        (ExperimentPart.Table3, ComparisonPart.Table3),
        (ExperimentPart.Table4, ComparisonPart.Table4),
        (ExperimentPart.Table5, DiversityPart.Section),
        (ExperimentPart.Figure2, CostPart.Figure2),
        (ExperimentPart.Figure6, CostPart.Figure6),
        (ExperimentPart.Figure7, CertaintyPart.Figure7),
        (ExperimentPart.Figure8, CertaintyPart.Figure8),
        (ExperimentPart.Figure9, SweepPart.Figure9),
        (ExperimentPart.Figure10, SweepPart.Figure10),
        (ExperimentPart.Departures, DeparturesPart.Section)
    ];

    /// <summary>Makes the report.</summary>
    /// <param name="result">What the experiment found.</param>
    public static ReportDocument Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var data = new ReportData(result);
        return new ReportDocument
        {
            Title = $"AlphaMix, the paper's experiments on {Name(result.Market)}",
            Headline = VerdictPart.Headline(data),
            Setting = VerdictPart.Setting(data),
            Verdicts = [.. VerdictPart.Verdicts(data)],
            Caveats = [.. VerdictPart.Caveats(data)],
            Sections = [.. Parts.Where(part => result.Options.Wants(part.Part)).Select(part => part.Make(data)), SettingPart.Section(data)],
            Footer = "Past returns of simulated portfolios; no advice. Tables, figures and the paper's numbers: Sun, Wang, Xue, Lou and An, KDD 2023, "
                + "doi 10.1145/3580305.3599424."
        };
    }

    private static string Name(PaperMarket? market) => market switch
    {
        PaperMarket.Acl18 => "ACL18, its US market",
        PaperMarket.Sz50 => "SZ50, its Chinese market",
        _ => "another market"
    };
}
