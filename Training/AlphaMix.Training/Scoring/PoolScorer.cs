using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Signals;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Training.Scoring;

/// <summary>A pool on the windows of a span: its routers' scores, and what each group says.</summary>
internal sealed class PoolScorer
{
    private readonly Dictionary<string, ScoreSheet> _sheets = [];
    private readonly Lazy<double[][]> _logOdds;
    private float[]? _priors;

    /// <summary>Initializes a new instance of the <see cref="PoolScorer"/> class.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="windows">Windows scaled by the pool's scaler.</param>
    public PoolScorer(Pool pool, SpanWindows windows)
    {
        (Pool, Windows) = (pool, windows);
        _logOdds = new Lazy<double[][]>(() => [.. pool.Members.Select(windows.LogOdds)]);
    }

    /// <summary>Gets the pool.</summary>
    public Pool Pool { get; }

    /// <summary>Gets the windows.</summary>
    public SpanWindows Windows { get; }

    /// <summary>Gets each group's logit of "up" less that of "down", shape <c>(groups, windows)</c>; computed at the first call.</summary>
    public IReadOnlyList<double[]> LogOdds => _logOdds.Value;

    /// <summary>Returns P(up) by a router, computed once.</summary>
    public ScoreSheet Probabilities(string router)
    {
        if (!_sheets.TryGetValue(router, out var sheet))
            _sheets[router] = sheet = Windows.Score(Pool.Router(router));
        return sheet;
    }

    /// <summary>Returns the daily score: P(up), or the mixture of the ranks of P(up) and the reversal prior.</summary>
    /// <param name="router">A router of the pool.</param>
    /// <param name="priorWeight">Share of the prior; null for P(up) itself.</param>
    public ScoreSheet Scores(string router, double? priorWeight) => priorWeight is { } share
        ? MixedScores.Mix(Windows, Probabilities(router), share > 0 ? Priors() : [], share)
        : Probabilities(router);

    /// <summary>Returns the daily cross-sectional ranks of a forecast that is made from a window.</summary>
    public ScoreSheet Ranks(WindowForecast forecast) =>
        MixedScores.Mix(Windows, new ScoreSheet(Windows.Grid), Windows.Forecasts(forecast), priorWeight: 1);

    /// <summary>Returns the P(up) of one group alone.</summary>
    public ScoreSheet GroupProbabilities(int group) => Sheet(LogOdds[group]);

    /// <summary>Returns the P(up) of the mean logits of all groups.</summary>
    public ScoreSheet MeanProbabilities()
    {
        var mean = new double[Windows.Count];
        foreach (var group in LogOdds)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += group[i] / LogOdds.Count;
        }

        return Sheet(mean);
    }

    /// <summary>Returns whether each group decides for up, shape (groups, windows).</summary>
    public bool[][] Decisions() => [.. LogOdds.Select(group => Array.ConvertAll(group, odds => odds > 0))];

    private ScoreSheet Sheet(double[] odds)
    {
        var sheet = new ScoreSheet(Windows.Grid);
        for (var i = 0; i < odds.Length; i++)
            sheet[Windows.Day(i), Windows.Instrument(i)] = ExactMath.Sigmoid(odds[i]);
        return sheet;
    }

    private float[] Priors() => _priors ??= Windows.Forecasts(new ReversalPrior(Windows.Panel.Spec).Score);
}
