namespace QuantConnect.Algorithm.Framework.Portfolio;

public interface IPortfolioTarget
{
    Symbol Symbol { get; }

    decimal Quantity { get; }

    string Tag { get; }
}
