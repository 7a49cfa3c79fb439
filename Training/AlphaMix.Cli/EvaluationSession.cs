using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Training.Runs;

namespace AlphaMix.Cli;

/// <summary>Evaluates a pool on a span of days.</summary>
internal sealed class EvaluationSession
{
    private readonly Pool _pool;
    private readonly PoolScorer _scorer;

    public EvaluationSession(Pool pool, IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to, int threads)
    {
        _pool = pool;
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

    public EvaluationOutcome Evaluate(PortfolioOptions portfolio, IEnumerable<RouterKind> routers)
    {
        var sheets = routers.ToDictionary(router => router.ToString(), router => _scorer.DailyScores(router));
        var disagreement = Disagreement.From(Decisions(), _pool.Groups.Count);
        return Evaluator.Evaluate(_scorer.Grid, _scorer.Span, sheets, portfolio, _pool.Manifest.Seed, new EvaluatorOptions
        {
            Disagreements = sheets.Keys.Where(name => name == nameof(RouterKind.V)).ToDictionary(name => name, _ => disagreement),
            ValidationUses = Uses(_pool.Manifest.ValidationUses)
        });
    }

    /// <summary>Gives the value at each close of a portfolio that trades at the next open, as a multiple of the starting capital.</summary>
    public IReadOnlyList<KeyValuePair<DateOnly, double>> Closes(PortfolioOptions portfolio, RouterKind router)
    {
        var simulation = Simulator.Run(_scorer.Grid, _scorer.DailyScores(router), _scorer.Span, portfolio);
        var values = ClosingValues.Of(_scorer.Grid, _scorer.Span, simulation);
        return [.. values.Select((value, k) => KeyValuePair.Create(_scorer.Grid.Days[_scorer.Span.First + k + 1], value))];
    }

    /// <summary>Writes every day's ranking by one router: byte for byte what the LEAN algorithm AlphaMixStrategy writes with its parameter <c>scores</c>.</summary>
    public void WriteScores(string path, RouterKind router)
    {
        var (grid, sheet) = (_scorer.Grid, _scorer.Score(router));
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
