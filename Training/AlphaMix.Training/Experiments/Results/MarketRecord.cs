using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Training.Experiments.Results;

/// <summary>What the market alone gives on the days of an experiment: 1/N and the random portfolios.</summary>
/// <param name="From">First decision day.</param>
/// <param name="To">Last decision day.</param>
/// <param name="Days">Number of decision days.</param>
/// <param name="Instruments">Instruments with a bar on at least one of them.</param>
/// <param name="TopK">Names held.</param>
/// <param name="EqualWeight">1/N before costs.</param>
/// <param name="EqualWeightNet">1/N after costs.</param>
/// <param name="EqualWeightDaily">Daily returns of 1/N before costs, as fractions.</param>
/// <param name="RandomSharpe">Sharpe ratios of random portfolios, before costs.</param>
/// <param name="RandomReturn">Their total returns in percent.</param>
internal sealed record MarketRecord(
    DateOnly From,
    DateOnly To,
    int Days,
    int Instruments,
    int TopK,
    PaperMetrics EqualWeight,
    PaperMetrics EqualWeightNet,
    double[] EqualWeightDaily,
    Distribution RandomSharpe,
    Distribution RandomReturn);
