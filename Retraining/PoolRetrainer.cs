using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Data;
using Bar = AlphaMix.Core.Features.Bar;

namespace AlphaMix.Retraining;

/// <summary>
/// Trains a pool on the algorithm's own history, with the project's CPU trainer: what <c>./alphamix train</c> does, inside LEAN.
/// </summary>
/// <param name="symbols">The instruments, at least 40.</param>
/// <param name="historyDays">Trading days of history.</param>
/// <param name="seed">Seed of the pools.</param>
public sealed class PoolRetrainer(IReadOnlyList<Symbol> symbols, int historyDays, long seed)
{
    // The last weeks measure the rule's turnover; nothing is chosen on them.
    private const int ValidationDays = 91;

    /// <summary>Trains a pool on the bars before today: it may trade from today's close on.</summary>
    /// <param name="algorithm">The algorithm; its time says what today is.</param>
    public Pool Train(QCAlgorithm algorithm)
    {
        var today = DateOnly.FromDateTime(algorithm.Time);
        var series = Series(algorithm.History(symbols, historyDays, Resolution.Daily, fillForward: false), today);
        var from = series.Min(each => each.Bars[0].Day);
        return new PoolTrainer(Configuration(from, today), new SimdGroupTrainer(), threads: 1).Train(series).Pool;
    }

    private TrainingConfiguration Configuration(DateOnly from, DateOnly today) => ConfigurationFile.Parse(
        FormattableString.Invariant($$"""
            {
              "profile": "practical",
              "split": {
                "trainFrom": "{{from:yyyy-MM-dd}}", "validationFrom": "{{today.AddDays(-ValidationDays):yyyy-MM-dd}}",
                "testFrom": "{{today:yyyy-MM-dd}}", "testTo": "{{today.AddDays(1):yyyy-MM-dd}}"
              },
              "seed": {{seed}}
            }
            """),
        nameof(PoolRetrainer));

    private static BarSeries[] Series(IEnumerable<Slice> history, DateOnly today)
    {
        var bars = new Dictionary<string, List<Bar>>(StringComparer.Ordinal);
        foreach (var bar in history.SelectMany(slice => slice.Bars.Values).Where(bar => DateOnly.FromDateTime(bar.Time) < today))
        {
            if (!bars.TryGetValue(bar.Symbol.ID.Symbol, out var own))
                bars.Add(bar.Symbol.ID.Symbol, own = []);
            own.Add(new Bar(bar.Time, (double)bar.Open, (double)bar.High, (double)bar.Low, (double)bar.Close, (double)bar.Volume));
        }

        return [.. bars.Select(pair => new BarSeries(pair.Key, BarResolution.Daily, [.. pair.Value]))];
    }
}
