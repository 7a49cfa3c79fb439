using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Training.Diagnostics;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli;

/// <summary>Evaluates a pool on a span of days.</summary>
internal sealed class EvaluationSession
{
    private readonly Pool _pool;
    private readonly PoolScorer _scorer;
    private readonly IReadOnlyList<BarSeries> _series;
    private readonly int _threads;
    private readonly Dictionary<string, ScoreSheet> _sheets = [];
    private MarketGrid? _history;

    public EvaluationSession(Pool pool, IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to, int threads)
    {
        (_pool, _series, _threads) = (pool, series, threads);
        _scorer = new PoolScorer(pool, series, from, to, threads);
    }

    /// <summary>Gets the portfolio the pool was validated with: its k, and the fill that fits its label.</summary>
    public PortfolioOptions DefaultPortfolio => new()
    {
        TopK = _pool.Manifest.TopK,
        Fill = _pool.Manifest.Label.BeginsAtOpen ? FillRule.NextOpen : FillRule.Close,
        Rule = _pool.Manifest.TradingRule
    };

    /// <summary>Gets the instruments that stay silent because the pool's scaler does not know them.</summary>
    public IReadOnlyList<string> Silent => _scorer.Silent;

    /// <summary>Gets the number of decision days.</summary>
    public int Days => _scorer.Span.Count;

    /// <summary>Gets the number of windows that can be scored.</summary>
    public int Windows => _scorer.WindowCount;

    /// <summary>Gets the prices from the first bar of the data on, for what is told from the past.</summary>
    private MarketGrid History => _history ??= MarketGrid.From(_scorer.Windows.Panel.Series, DateOnly.MinValue);

    /// <param name="portfolio">Portfolio and costs.</param>
    /// <param name="routers">The routers.</param>
    /// <param name="level">The level of the verdict.</param>
    /// <param name="withOverfitting">Whether the choice among the groups is cross-validated, on the validation span too.</param>
    public EvaluationOutcome Evaluate(
        PortfolioOptions portfolio, IEnumerable<RouterKind> routers, double level = Verdict.DefaultLevel, bool withOverfitting = false)
    {
        var sheets = routers.ToDictionary(router => router.ToString(), Ranked);
        var disagreement = Disagreement.From(Decisions(), _pool.Groups.Count);
        return Evaluator.Evaluate(_scorer.Grid, _scorer.Span, sheets, portfolio, _pool.Manifest.Seed, new EvaluatorOptions
        {
            Disagreements = sheets.Keys.Where(name => name == nameof(RouterKind.V)).ToDictionary(name => name, _ => disagreement),
            ValidationUses = Uses(_pool.Manifest.ValidationUses),
            Level = level,
            Volumes = TrailingVolume.Of(History),
            Overfitting = withOverfitting ? OverfittingMeter.Of(_scorer.Windows, _series, portfolio, _threads) : null
        });
    }

    /// <summary>Takes the closer look that reports show, at a portfolio of the daily top-k strategy.</summary>
    /// <param name="outcome">What <see cref="Evaluate"/> gave.</param>
    public RunDiagnostics Examine(EvaluationOutcome outcome)
    {
        var sheets = outcome.Result.Routers.ToDictionary(router => router.Name, router => Sheet(Enum.Parse<RouterKind>(router.Name)));
        return RunDiagnostics.Of(outcome, _scorer.Grid, _scorer.Span, sheets, History, _pool.Manifest.Label.Horizon) with
        {
            Pool = PoolExaminer.Examine(_scorer.Windows, outcome, sheets)
        };
    }

    /// <summary>Gives the value at each close of a portfolio that trades at the next open, as a multiple of the starting capital.</summary>
    public IReadOnlyList<KeyValuePair<DateOnly, double>> Closes(PortfolioOptions portfolio, RouterKind router)
    {
        var simulation = Simulator.Run(_scorer.Grid, Ranked(router), _scorer.Span, portfolio);
        var values = ClosingValues.Of(_scorer.Grid, _scorer.Span, simulation);
        return [.. values.Select((value, k) => KeyValuePair.Create(_scorer.Grid.Days[_scorer.Span.First + k + 1], value))];
    }

    /// <summary>Writes every day's ranking by one router: byte for byte what the LEAN algorithm AlphaMixStrategy writes with its parameter <c>scores</c>.</summary>
    public void WriteScores(string path, RouterKind router)
    {
        var (grid, sheet) = (_scorer.Grid, Sheet(router));
        using var csv = new StreamWriter(path) { NewLine = "\n" };
        csv.WriteLine("date,instrument,rank,probability_up,experts");
        for (var day = 0; day < grid.DayCount; day++)
        {
            var ranking = Enumerable.Range(0, grid.InstrumentCount)
                .Where(i => !double.IsNaN(sheet[day, i]))
                .OrderByDescending(i => sheet[day, i])
                .ToArray();
            for (var rank = 0; rank < ranking.Length; rank++)
            {
                var i = ranking[rank];
                csv.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{grid.Days[day]:yyyy-MM-dd},{grid.Instruments[i]},{rank + 1},{sheet[day, i]:R},{sheet.ExpertsUsed[day * grid.InstrumentCount + i]}"));
            }
        }
    }

    // What the portfolio ranks by: P(up), unless the pool's rule mixes it with a prior.
    private ScoreSheet Ranked(RouterKind router) => _pool.Manifest.TradingRule is null ? Sheet(router) : _scorer.DailyScores(router);

    private ScoreSheet Sheet(RouterKind router)
    {
        var name = router.ToString();
        if (!_sheets.TryGetValue(name, out var sheet))
            _sheets[name] = sheet = _scorer.Score(router);
        return sheet;
    }

    /// <summary>Gives the groups' decisions, members of a sample adjacent.</summary>
    private byte[] Decisions()
    {
        var decisions = _scorer.Decisions();
        var interleaved = new byte[decisions.Length * _scorer.WindowCount];
        for (var g = 0; g < decisions.Length; g++)
            for (var i = 0; i < _scorer.WindowCount; i++)
                interleaved[i * decisions.Length + g] = decisions[g][i] ? (byte)1 : (byte)0;
        return interleaved;
    }

    private static ValidationUses Uses(IReadOnlyDictionary<string, int> uses) => new()
    {
        Epochs = uses.GetValueOrDefault("epochs"),
        TopK = uses.GetValueOrDefault("topK"),
        W = uses.GetValueOrDefault("W"),
        S = uses.GetValueOrDefault("S"),
        R = uses.GetValueOrDefault("R"),
        Calibration = uses.GetValueOrDefault("calibration")
    };
}
