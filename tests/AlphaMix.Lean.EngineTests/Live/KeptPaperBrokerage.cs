using QuantConnect.Brokerages.Paper;
using QuantConnect.Interfaces;
using QuantConnect.Orders;
using QuantConnect.Packets;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// LEAN's paper brokerage, but it keeps open orders while the algorithm is stopped, as a broker does: LEAN's own brings back cash and
/// holdings that the configuration names, and no orders.
/// </summary>
public sealed class KeptPaperBrokerage : PaperBrokerage
{
    private readonly KeptOrder[] _kept;
    private readonly List<Order> _unplaced = [];
    private bool _hasTold;

    /// <summary>Initializes a new instance of the <see cref="KeptPaperBrokerage"/> class.</summary>
    internal KeptPaperBrokerage(IAlgorithm algorithm, LiveNodePacket job, KeptOrder[] kept)
        : base(algorithm, job) => _kept = kept;

    /// <inheritdoc/>
    public override List<Order> GetOpenOrders()
    {
        if (_hasTold)
            return base.GetOpenOrders();
        _hasTold = true;
        _unplaced.AddRange(_kept.Select(order => new MarketOnOpenOrder(order.Symbol, order.Quantity, order.Time)));
        return [.. _unplaced];
    }

    /// <inheritdoc/>
    public override void Scan()
    {
        foreach (var order in _unplaced)
        {
            var own = order.Clone();
            own.Status = OrderStatus.New;
            PlaceOrder(own);
        }

        _unplaced.Clear();
        base.Scan();
    }

    /// <summary>Tells LEAN nothing of orders that are placed again: it has numbered them, and takes them for sent.</summary>
    /// <param name="e">The event.</param>
    protected override void OnOrderEvent(OrderEvent e)
    {
        if (_unplaced.Count == 0)
            base.OnOrderEvent(e);
    }
}
