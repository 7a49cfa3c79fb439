using System.Globalization;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Configuration;
using QuantConnect.Data;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>What a live algorithm did: one line an event, with the time of the machine and the session's day.</summary>
internal sealed class EventLog
{
    private readonly QCAlgorithm _algorithm;
    private readonly string _file = Config.Get("live-event-log");
    private readonly int _picks;
    private readonly Lock _writing = new();

    /// <summary>Initializes a new instance of the <see cref="EventLog"/> class, which follows the alpha model's decisions.</summary>
    public EventLog(QCAlgorithm algorithm, AlphaMixAlphaModel alpha)
    {
        _algorithm = algorithm;
        _picks = alpha.Pool.Manifest.TopK;
        Write("started", $"pool fitted through {alpha.Pool.Manifest.FittedThrough:yyyy-MM-dd}");
        alpha.Scored += (_, day) =>
        {
            var picks = day.Ranking.Take(_picks).Select(score => $"{score.Symbol.ID.Symbol}={score.DayScore:F6}");
            Write("decision", $"{day.Day:yyyy-MM-dd} of {day.Ranking.Count}: {string.Join(' ', picks)}");
        };
    }

    /// <summary>Writes what the account holds.</summary>
    public void Holdings() => Write("holdings", string.Join(' ', _algorithm.Portfolio.Values
        .Where(holding => holding.Quantity != 0)
        .OrderBy(holding => holding.Symbol.ID.Symbol, StringComparer.Ordinal)
        .Select(holding => $"{holding.Symbol.ID.Symbol}={Text(holding.Quantity)}")));

    /// <summary>Writes the splits and renames of a slice.</summary>
    public void Follow(Slice slice)
    {
        foreach (var split in slice.Splits.Values)
            Write("split", $"{split.Symbol.ID.Symbol} {split.Type} {Text(split.SplitFactor)}");
        foreach (var change in slice.SymbolChangedEvents.Values)
            Write("rename", $"{change.Symbol.ID.Symbol} {change.OldSymbol} {change.NewSymbol}");
    }

    /// <summary>Writes an order that was sent, or filled.</summary>
    public void Follow(OrderEvent change)
    {
        if (change.Status == OrderStatus.Submitted)
            Write("order", $"{change.Symbol.ID.Symbol} {Text(change.Quantity)}");
        else if (change.FillQuantity != 0)
            Write("fill", $"{change.Symbol.ID.Symbol} {Text(change.FillQuantity)} at {Text(change.FillPrice)}");
        else
            Write("order-" + change.Status.ToString().ToLowerInvariant(), $"{change.Symbol.ID.Symbol} {change.Message}");
    }

    /// <summary>Writes a line; LEAN sends orders from several threads.</summary>
    public void Write(string kind, string text = "")
    {
        lock (_writing)
            File.AppendAllText(
                _file, FormattableString.Invariant($"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} {kind} {text}").TrimEnd() + "\n");
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
