using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Bench;

/// <summary>
/// The evaluation of a walk-forward run of the practical profile on a simulated market, from bars in memory to the result: panels, scores,
/// comparators, three costs, and 200 permuted portfolios a strategy; and a day of its portfolios alone. Training the pools is not
/// measured.
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
    private static readonly EvaluationRequest Request = new() { Threads = 1, WithComparators = true };

    public IReadOnlyList<string> Keys => ["evaluateRun", "simulatedDayUs"];

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
        var (day, portfolios) = SimulatedDay(pools, series);
        yield return new BenchFigure(
            "simulatedDayUs", "one day of one portfolio of that evaluation; processor time in microseconds", BenchTarget.AtMost(10),
            context.IsQuick ? null : day,
            context.IsQuick
                ? $"{Figure.Text(day)} us with {instruments} instruments; the figure needs 800"
                : $"mean of {portfolios:N0} portfolios, permuted ones among them, without scoring and ranking");
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

    /// <summary>Trades all portfolios of the evaluation once more, from their rankings on.</summary>
    private static (double Microseconds, int Portfolios) SimulatedDay(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series)
    {
        var timeline = new TimelineScorer(pools, series, threads: 1);
        var simulator = new Simulator(timeline.Grid, timeline.Span, timeline.Fill);
        var costs = Request.Costs(timeline.Rules.First);
        Strategy[] strategies = [.. timeline.Strategies(timeline.Routers), .. timeline.Comparators()];
        var ranked = Array.ConvertAll(strategies, strategy => simulator.Rank(strategy.Scores, strategy.Rules));
        var portfolios = 0;
        var seconds = PairedTimer.ProcessorSeconds(() =>
        {
            foreach (var portfolio in ranked)
            {
                foreach (var cost in costs.Prepend(ProportionalCosts.None))
                    simulator.Run(portfolio, cost);
                PermutedPortfolios.Run(simulator, portfolio, costs[^1], seed: 1, EvaluationSession.FewerPortfolios, Request.Threads);
                portfolios += costs.Count + 1 + EvaluationSession.FewerPortfolios;
            }
        });
        return (1e6 * seconds / (portfolios * simulator.Span.Count), portfolios);
    }

    private static EvaluationResult Evaluate(IReadOnlyList<DatedPool> pools, IReadOnlyList<BarSeries> series) =>
        new EvaluationSession(pools, series, Request).Evaluate().Result;
}
