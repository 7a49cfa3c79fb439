using System.Collections.Concurrent;
using QuantConnect;
using QuantConnect.Configuration;
using QuantConnect.Data;
using QuantConnect.Data.Market;
using QuantConnect.Interfaces;
using QuantConnect.Packets;
using QuantConnect.Util;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// A data provider that plays the trades of the data folder's daily bars at the time of day at which they were made; LEAN makes the bars.
/// </summary>
public sealed class SimulatedDataQueue : IDataQueueHandler
{
    private readonly IDataAggregator _aggregator =
        Composer.Instance.GetExportedValueByTypeName<IDataAggregator>(Config.Get("data-aggregator"));

    private readonly ConcurrentDictionary<Symbol, Dictionary<DateOnly, RawBar>> _bars = [];
    private readonly ConcurrentBag<EventHandler> _listeners = [];
    private readonly HashSet<string> _silentDays = [.. Config.Get("live-silent-days").Split(';')];
    private DateTime _playedUntil;

    /// <inheritdoc/>
    public bool IsConnected => true;

    /// <inheritdoc/>
    public void SetJob(LiveNodePacket job) => new LiveSchedule(this).Start();

    /// <inheritdoc/>
    public IEnumerator<BaseData> Subscribe(SubscriptionDataConfig dataConfig, EventHandler newDataAvailableHandler)
    {
        if (dataConfig.Symbol.Value.Contains("UNIVERSE", StringComparison.OrdinalIgnoreCase))
            return null!;
        _bars.GetOrAdd(dataConfig.Symbol, symbol => RawBar.Read(Globals.DataFolder, symbol));
        _listeners.Add(newDataAvailableHandler);
        return _aggregator.Add(dataConfig, newDataAvailableHandler);
    }

    /// <inheritdoc/>
    public void Unsubscribe(SubscriptionDataConfig dataConfig) => _aggregator.Remove(dataConfig);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Plays the trades of a session since those that were played last.</summary>
    /// <param name="local">Exchange's local time.</param>
    internal void Play(DateTime local)
    {
        if (_silentDays.Contains($"{local:yyyy-MM-dd}"))
            return;
        foreach (var (symbol, bars) in _bars)
        {
            if (!bars.TryGetValue(DateOnly.FromDateTime(local), out var bar))
                continue;
            foreach (var (time, price, quantity) in bar.Trades())
            {
                var at = local.Date + time;
                if (at > _playedUntil && at <= local)
                    _aggregator.Update(new Tick(at, symbol, "", "Q", quantity, price));
            }
        }

        _playedUntil = local;
    }

    /// <summary>Wakes LEAN, as data that arrive do.</summary>
    internal void Wake()
    {
        foreach (var listener in _listeners)
            listener(this, EventArgs.Empty);
    }
}
