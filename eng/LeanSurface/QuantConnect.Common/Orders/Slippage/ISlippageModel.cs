using QuantConnect.Securities;

namespace QuantConnect.Orders.Slippage;

// Whole, so it may be implemented. Fills are the engine's business.
public interface ISlippageModel
{
    decimal GetSlippageApproximation(Security asset, Order order);
}
