using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>One model over the seeds, and its row of the paper.</summary>
/// <param name="Name">The model's name in the report.</param>
/// <param name="Paper">The paper's row; null when the market is not the paper's, or the model is not in it.</param>
/// <param name="Runs">Its figures, one a seed.</param>
/// <param name="Seconds">Seconds of training, one a seed.</param>
internal sealed record ModelRuns(string Name, PaperRow? Paper, IReadOnlyList<PortfolioRecord> Runs, IReadOnlyList<double> Seconds)
{
    public Cell Spread(Func<PortfolioRecord, double> figure) => Cell.Spread(Runs.Select(figure));

    public double Mean(Func<PortfolioRecord, double> figure) => Distribution.From([.. Runs.Select(figure)]).Mean;

    public ChartPoint Point(double x, Func<PortfolioRecord, double> figure)
    {
        var spread = Distribution.From([.. Runs.Select(figure)]);
        return new ChartPoint(x, spread.Mean, spread.Sd);
    }

    /// <summary>Gets the mean number of parameters over the seeds; NaN when unknown.</summary>
    public double Parameters => Runs.All(run => run.Parameters is not null) ? Runs.Average(run => (double)run.Parameters!) : double.NaN;
}
