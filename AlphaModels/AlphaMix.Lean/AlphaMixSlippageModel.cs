using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Orders;
using QuantConnect.Orders.Slippage;
using QuantConnect.Securities;

namespace AlphaMix.Lean;

/// <summary>
/// Charges in LEAN what a cost model charges in the simulator: every fill is worse than its price by the model's share of that price, up
/// for buys and down for sales.
/// </summary>
/// <remarks>
/// <para>Market-on-open orders, which daily strategies send, fill at the bar's open; for all others the last price stands for that of the
/// fill. The value traded on the fill day is known with daily bars alone, volume times close; with shorter bars it is NaN. LEAN's share is
/// one at its adjusted price: a cost a share weighs as many times more as prices were adjusted down, in the simulator it is that of the
/// share as traded.</para>
/// <para>LEAN's fees come on top: set a fee model of 0 where the cost model covers them. Limit orders have no slippage in LEAN.</para>
/// </remarks>
/// <param name="costs">What trades cost; safe to share between securities.</param>
/// <example>
/// <code>
/// var slippage = new AlphaMixSlippageModel(new ProportionalCosts { Bps = 5 });
/// SetSecurityInitializer(security =>
/// {
///     security.SetFeeModel(new ConstantFeeModel(0));
///     security.SetSlippageModel(slippage);
/// });
/// </code>
/// </example>
public class AlphaMixSlippageModel(ICostModel costs) : ISlippageModel
{
    private readonly ICostModel _costs = costs ?? throw new ArgumentNullException(nameof(costs));

    /// <summary>Returns by how much a fill is worse than its price, in the security's currency a share; 0 without a price.</summary>
    /// <param name="asset">The security, with the bar that fills the order.</param>
    /// <param name="order">The order.</param>
    public decimal GetSlippageApproximation(Security asset, Order order)
    {
        ArgumentNullException.ThrowIfNull(asset);
        ArgumentNullException.ThrowIfNull(order);
        var price = order.Type == OrderType.MarketOnOpen ? asset.Open : asset.Price;
        if (price <= 0)
            return 0;
        var isDaily = asset.Subscriptions.Any(config => !config.IsInternalFeed && config.Resolution == Resolution.Daily);
        var dollarVolume = isDaily ? (double)(asset.Volume * asset.Close) : double.NaN;
        return price * (decimal)_costs.CostOf(1 / (double)price, dollarVolume);
    }
}
