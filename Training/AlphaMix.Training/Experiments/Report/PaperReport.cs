using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Creates the report of an experiment: the verdict, then the paper's tables and figures that were asked for.</summary>
internal static class PaperReport
{
    /// <summary>Gets the sections; those that were not asked for are left out.</summary>
    public static ReportOutline Outline { get; } = new(
        new Table3Section(), new Table4Section(), new Table5Section(), new Figure2Section(), new Figure6Section(), new Figure7Section(),
        new Figure8Section(),
        new Figure9Section(), new Figure10Section(), new DeparturesSection(), new SettingSection());

    /// <summary>Creates the report.</summary>
    /// <param name="result">What the experiment found.</param>
    /// <param name="outline">The sections; null takes <see cref="Outline"/>.</param>
    public static ReportDocument Create(ExperimentResult result, ReportOutline? outline = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var data = new ReportData(result);
        return new ReportDocument
        {
            Title = $"AlphaMix, the paper's experiments on {Name(result.Market)}",
            Headline = ExperimentVerdict.Headline(data),
            Setting = ExperimentVerdict.Setting(data),
            Verdicts = [.. ExperimentVerdict.Verdicts(data)],
            Caveats = [.. ExperimentVerdict.Caveats(data)],
            Sections = (outline ?? Outline).Create(ReportContext.Empty.With(result).With(data)),
            Footer = "Past returns of simulated portfolios; no advice. Tables, figures and the paper's numbers: Sun, Wang, Xue, Lou and "
                + "An, KDD 2023, doi 10.1145/3580305.3599424."
        };
    }

    private static string Name(PaperMarket? market) => market switch
    {
        PaperMarket.Acl18 => "ACL18, its US market",
        PaperMarket.Sz50 => "SZ50, its Chinese market",
        _ => "another market"
    };
}
