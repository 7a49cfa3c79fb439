using QuantConnect.Interfaces;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>The algorithm that runs live in this process: the data queue waits for it before the clock steps on.</summary>
internal static class LivePulse
{
    private static volatile IAlgorithm? _algorithm;

    /// <summary>Gets a value indicating whether the algorithm has warmed up and has its securities.</summary>
    public static bool HasStarted => _algorithm is { } algorithm && algorithm.UniverseManager.ActiveSecurities.Any();

    /// <summary>Gets the time of the step that the algorithm is in, UTC.</summary>
    public static DateTime UtcTime => _algorithm!.UtcTime;

    /// <summary>Gets a value indicating whether orders wait for the thread that sends them.</summary>
    public static bool HasUnsentOrders => _algorithm!.Transactions.GetOrders(order => order.Status == OrderStatus.New).Any();

    /// <summary>Follows an algorithm that has warmed up.</summary>
    public static void Follow(IAlgorithm algorithm) => _algorithm = algorithm;
}
