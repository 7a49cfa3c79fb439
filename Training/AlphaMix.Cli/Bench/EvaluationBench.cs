using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Features;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// The evaluation of a walk-forward run of the practical profile on a simulated market, from bars in memory to the result: panels, scores,
/// comparators, three costs, and 200 permuted portfolios a strategy. Training the pools is not measured.
/// </summary>
internal sealed class EvaluationBench : IBench
{
    private const string Profile =
        """
        {
          "profile": "practical",
          "split": { "trainFrom": "2005-09-01", "validationFrom": "2007-11-19", "testFrom": "2008-02-19", "testTo": "2013-01-01" },
          "walkForward": { "stepMonths": 12 },
          "pool": { "initialisations": 1 },
          "training": { "epochs": 1 }
        }
        """;

    private static readonly DateOnly From = new(2005, 3, 1);
    private static readonly DateOnly To = new(2012, 12, 31);

    public IReadOnlyList<string> Keys => ["evaluateRun"];

    public IEnumerable<BenchFigure> Measure(BenchContext context)
    {
        var instruments = context.IsQuick ? 100 : 800;
        var series = MarketSimulator.Generate(new MarketSimulatorOptions { Instruments = instruments, From = From, To = To });
        var pools = Pools(series);
        EvaluationResult? result = null;
        var seconds = PairedTimer.ProcessorSeconds(() => result = Evaluate(pools, series));
        yield return new BenchFigure(
            "evaluateRun", "evaluation of a practical run of 800 instruments and five folds; processor seconds", BenchTarget.AtMost(30),
            context.IsQuick ? null : seconds,
            context.IsQuick
                ? $"{Figure.Text(seconds)} s with {instruments} instruments; the figure needs 800"
                : $"{result!.Days:N0} days, {result.Strategies.Count} strategies, {result.Portfolios} permuted portfolios each, "
                    + $"{result.Costs.Count} costs; one run");
    }

    private static IReadOnlyList<DatedPool> Pools(IReadOnlyList<BarSeries> series)
    {
        var configuration = ConfigurationFile.Parse(Profile, "evaluateRun");
        return
        [
            .. WalkForwardFold.Create(configuration).Select(fold => new DatedPool(
                fold.From, fold.Configuration.Split.TestTo, Train(fold.Configuration, series)))
        ];
    }

    private static Core.Pools.Pool Train(TrainingConfiguration configuration, IReadOnlyList<BarSeries> series)
    {
        BarSeries[] before = [.. series.Select(each => each.Before(configuration.Split.FitTo)).Where(each => each.Count > 0)];
        return new PoolTrainer(configuration, new SimdGroupTrainer(), threads: 1).Train(before).Pool;
    }

    private static EvaluationResult Evaluate(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series) =>
        new EvaluationSession(pools, series, new EvaluationRequest { Threads = 1, WithComparators = true }).Evaluate().Result;
}
