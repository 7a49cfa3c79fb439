using Newtonsoft.Json;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Configuration;
using QuantConnect.Securities;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>What a broker keeps while an algorithm is stopped: cash, holdings and open orders.</summary>
internal sealed record KeptAccount(decimal Dollars, KeptHolding[] Holdings, KeptOrder[] Orders)
{
    /// <summary>Gets the account's file, of this process.</summary>
    public static string OwnFile => Config.Get("live-account");

    /// <summary>Gets the cash, as LEAN's key <c>live-cash-balance</c> has it.</summary>
    [JsonIgnore]
    public string LiveCashBalance => JsonConvert.SerializeObject(new[] { new CashAmount(Dollars, Currencies.USD) });

    /// <summary>Gets the holdings, as LEAN's key <c>live-holdings</c> has them.</summary>
    [JsonIgnore]
    public string LiveHoldings => JsonConvert.SerializeObject(
        Holdings.Select(holding => new { symbol = holding.Symbol, quantity = holding.Quantity, averagePrice = holding.AveragePrice }));

    /// <summary>Reads the account.</summary>
    public static KeptAccount Read(string file) => JsonConvert.DeserializeObject<KeptAccount>(File.ReadAllText(file))!;

    /// <summary>Returns the account of an algorithm that stops.</summary>
    public static KeptAccount Of(QCAlgorithm algorithm) => new(
        algorithm.Portfolio.Cash,
        [
            .. algorithm.Securities.Values.Where(security => security.Holdings.Quantity != 0)
                .Select(security => new KeptHolding(security.Symbol, security.Holdings.Quantity, security.Holdings.AveragePrice))
        ],
        [.. algorithm.Transactions.GetOpenOrders().Select(order => new KeptOrder(order.Symbol, order.Quantity, order.Time))]);

    /// <summary>Returns the account after a split, as a broker books it while nobody watches.</summary>
    public KeptAccount AfterSplit(string permtick, decimal ratio) => this with
    {
        Holdings =
        [
            .. Holdings.Select(holding => holding.Symbol.ID.Symbol == permtick
                ? holding with { Quantity = holding.Quantity * ratio, AveragePrice = holding.AveragePrice / ratio }
                : holding)
        ],
        Orders = [.. Orders.Select(order => order.Symbol.ID.Symbol == permtick ? order with { Quantity = order.Quantity * ratio } : order)]
    };

    /// <summary>Writes the account.</summary>
    public void Write(string file) => File.WriteAllText(file, JsonConvert.SerializeObject(this));
}
