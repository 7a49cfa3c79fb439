using AlphaMix.Core.Signals;
using QuantConnect;
using QuantConnect.Data;
using QuantConnect.Data.Market;
using Bar = AlphaMix.Core.Features.Bar;

namespace AlphaMix.Lean.Signals;

/// <summary>Passes LEAN's bars of the pool's resolution to the windows, and detects the end of a day.</summary>
internal sealed class BarFeed(TrackedUniverse universe, Resolution resolution)
{
    /// <summary>Returns the trading day of a slice, in the exchange's local time; null when it has no bar of the pool's.</summary>
    public DateOnly? DayOf(Slice data)
    {
        if (data.Bars.Count == 0)
            return null;
        foreach (var tracked in universe.All)
        {
            if (data.Bars.TryGetValue(tracked.Symbol, out var bar) && HasLength(bar))
                return DateOnly.FromDateTime(bar.Time);
        }

        return null;
    }

    /// <summary>Takes the bars of a slice.</summary>
    /// <returns>The exchange's time when these are the day's last bars, null otherwise.</returns>
    public DateTime? Take(Slice data, SignalGenerator signals, SessionClock clock)
    {
        DateTime? close = null;
        if (data.Bars.Count == 0)
            return close;
        foreach (var tracked in universe.All)
        {
            if (!data.Bars.TryGetValue(tracked.Symbol, out var bar) || !HasLength(bar))
                continue;
            if (close is null && (resolution == Resolution.Daily || bar.EndTime >= clock.NextClose(tracked.Hours, bar.Time)))
                close = bar.Time;
            Offer(tracked, bar, signals);
        }

        signals.Close();
        return close;
    }

    /// <summary>Takes the bars of a slice of history, but for those that the current slice brings itself.</summary>
    /// <returns>The latest start of a bar in the slice; null when it has none.</returns>
    public DateTime? Replay(Slice history, TrackedSymbol[] wanted, Slice? current, SignalGenerator signals)
    {
        DateTime? latest = null;
        foreach (var tracked in wanted)
        {
            if (!history.Bars.TryGetValue(tracked.Symbol, out var bar) || IsIn(current, bar))
                continue;
            Offer(tracked, bar, signals);
            latest = latest > bar.Time ? latest : bar.Time;
        }

        signals.Close();
        return latest;
    }

    private static bool IsIn(Slice? current, TradeBar bar) =>
        current is not null && current.Bars.TryGetValue(bar.Symbol, out var own) && bar.Time >= own.Time;

    private void Offer(TrackedSymbol tracked, TradeBar bar, SignalGenerator signals)
    {
        // A filled-forward bar repeats a price at which nothing was traded.
        if (bar.IsFillForward || !HasLength(bar))
            return;
        signals.Offer(
            tracked.Window,
            new Bar(bar.Time, (double)bar.Open, (double)bar.High, (double)bar.Low, (double)bar.Close, (double)bar.Volume));
    }

    /// <summary>Returns whether a bar has the pool's resolution. A daily bar lasts from open to close, so it has no one length.</summary>
    private bool HasLength(TradeBar bar) =>
        resolution == Resolution.Daily ? bar.Period > TimeSpan.FromHours(1) : bar.Period == TimeSpan.FromHours(1);
}
