using AlphaMix.Algorithms;
using QuantConnect.Configuration;
using QuantConnect.Data;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>The strategy of <c>Algorithms/</c>, with a log of events.</summary>
public class LiveStrategy : AlphaMixStrategy
{
    /// <summary>Gets the log.</summary>
    internal EventLog Events { get; private set; } = null!;

    /// <inheritdoc/>
    public override void Initialize()
    {
        base.Initialize();
        if (Config.Get("live-time-zone") is { Length: > 0 } zone)
            SetTimeZone(zone);
        if (Config.GetInt("live-warm-up-days") is > 0 and var days)
            SetWarmUp(TimeSpan.FromDays(days));
        Events = new EventLog(this, (AlphaMixAlphaModel)Alpha);
    }

    /// <inheritdoc/>
    public override void OnWarmupFinished()
    {
        Events.Holdings();
        Events.Write("warmed-up");
        LivePulse.Follow(this);
    }

    /// <inheritdoc/>
    public override void OnData(Slice slice) => Events.Follow(slice);

    /// <inheritdoc/>
    public override void OnOrderEvent(OrderEvent orderEvent) => Events.Follow(orderEvent);

    /// <inheritdoc/>
    public override void OnEndOfAlgorithm()
    {
        base.OnEndOfAlgorithm();
        Events.Holdings();
        KeptAccount.Of(this).Write(KeptAccount.OwnFile);
        Events.Write("stopped");
    }
}
