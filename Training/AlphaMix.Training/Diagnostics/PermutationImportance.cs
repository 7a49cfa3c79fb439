using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>
/// Measures how much of a router's IC hangs on each feature: the feature's values are permuted across the instruments of each day.
/// </summary>
/// <remarks>
/// See <see cref="FeatureImportance"/>. On a long span evenly spaced days are taken, about ten thousand windows in all. The permutation of
/// a day and feature is keyed by (seed, feature, day).
/// </remarks>
internal sealed class PermutationImportance
{
    private const int MostWindows = 10_000;

    private readonly SpanWindows _windows;
    private readonly EvaluationSpan _span;
    private readonly FillRule _fill;
    private readonly long _seed;
    private readonly int[][] _days;
    private readonly int[] _all;

    public PermutationImportance(SpanWindows windows, EvaluationSpan span, FillRule fill, long seed)
    {
        (_windows, _span, _fill, _seed) = (windows, span, fill, seed);
        var inSpan = Enumerable.Range(0, windows.Count).Where(i => windows.Day(i) >= span.First && windows.Day(i) < span.End);
        var days = inSpan.GroupBy(windows.Day).OrderBy(day => day.Key).Select(day => day.ToArray()).ToArray();
        var every = Math.Max(1, days.Sum(day => day.Length) / MostWindows);
        _days = [.. days.Where((_, d) => d % every == 0)];
        _all = [.. _days.SelectMany(day => day)];
    }

    /// <summary>Measures every feature, those that are the same numbers together.</summary>
    public IReadOnlyList<FeatureImportance> Measure(IRouter router)
    {
        var spec = _windows.Panel.Spec;
        var twins = Enumerable.Range(0, spec.RowSize).GroupBy(f => spec.Features[f] with { Name = "" }).Select(group => group.ToArray());
        var before = DailyIc(router, Rows());
        return
        [
            .. twins.Select(features =>
            {
                var rows = Rows();
                Permute(rows, features);
                var after = DailyIc(router, rows);
                return new FeatureImportance(
                    string.Join(" + ", features.Select(f => spec.Features[f].Name)),
                    MeanEstimate.From([.. before.Zip(after, (ic, less) => ic - less)]));
            })
        ];
    }

    private float[] Rows()
    {
        var size = _windows.Panel.Spec.InputSize;
        var rows = new float[_all.Length * size];
        for (var i = 0; i < _all.Length; i++)
            _windows.Panel.Rows.AsSpan(_windows.Offsets[_all[i]], size).CopyTo(rows.AsSpan(i * size));
        return rows;
    }

    private void Permute(float[] rows, int[] features)
    {
        var spec = _windows.Panel.Spec;
        var start = 0;
        foreach (var day in _days)
        {
            var from = Enumerable.Range(0, day.Length).ToArray();
            new KeyedRandom(
                _seed, RandomPurpose.FeaturePermutation, features[0], _windows.Grid.Days[_windows.Day(day[0])].DayNumber).Shuffle<int>(
                    from);
            for (var i = 0; i < day.Length; i++)
            {
                var source = _windows.Offsets[day[from[i]]];
                for (var bar = 0; bar < spec.Window; bar++)
                {
                    foreach (var f in features)
                        rows[(start + i) * spec.InputSize + bar * spec.RowSize + f] = _windows.Panel.Rows[source + bar * spec.RowSize + f];
                }
            }

            start += day.Length;
        }
    }

    private double[] DailyIc(IRouter router, float[] rows)
    {
        var size = _windows.Panel.Spec.InputSize;
        var probabilities = _windows.Score(router, rows, [.. Enumerable.Range(0, _all.Length).Select(i => i * size)]);
        var sheet = new ScoreSheet(_windows.Grid);
        for (var i = 0; i < _all.Length; i++)
            sheet[_windows.Day(_all[i]), _windows.Instrument(_all[i])] = probabilities[i];
        var daily = InformationCoefficient.From(_windows.Grid, sheet, _span, _fill).Daily;
        return [.. _days.Select(day => daily[_windows.Day(day[0]) - _span.First])];
    }
}
