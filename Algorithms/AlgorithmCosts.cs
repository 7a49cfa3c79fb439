using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Lean;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Orders.Fees;
using QuantConnect.Securities;

namespace AlphaMix.Algorithms;

/// <summary>
/// What orders cost, as an algorithm's parameters say: <c>cost-model</c>, charged as slippage in place of LEAN's fees;
/// <c>cost-per-order</c>, in dollars; neither for LEAN's fee model. <c>cost-bps</c> is what a portfolio rule expects of a trade.
/// </summary>
internal sealed class AlgorithmCosts
{
    private readonly AlphaMixSlippageModel? _slippage;
    private readonly ConstantFeeModel? _fee;

    /// <summary>Reads the parameters.</summary>
    /// <param name="algorithm">The algorithm that has them.</param>
    /// <param name="extensions">What the name of a cost model stands for.</param>
    /// <param name="market">The market traded.</param>
    /// <exception cref="ArgumentException">
    /// The cost model is malformed or refuses its parameters, or there are no costs and LEAN has no fees for the market either.
    /// </exception>
    /// <exception cref="UnknownExtensionException">There is no cost model of the name.</exception>
    public AlgorithmCosts(QCAlgorithm algorithm, ExtensionSet extensions, string market = Market.USA)
    {
        var model = Model(algorithm.GetParameter("cost-model", ""), extensions);
        var perOrder = algorithm.Number("cost-per-order", -1m);
        if (model is null && perOrder < 0 && market == AlphaMixMarket.Shanghai)
            throw new ArgumentException(
                $"Parameter cost-model: LEAN has no fees for the market {market}; set cost-model, such as proportional,bps=5, or "
                    + "cost-per-order.");
        ExpectedBps = algorithm.Number("cost-bps", model?.ExpectedBps ?? new AlphaMixAlphaModelOptions().CostBps);
        _slippage = model is null ? null : new AlphaMixSlippageModel(model);
        _fee = perOrder >= 0 || model is not null ? new ConstantFeeModel(Math.Max(perOrder, 0)) : null;
    }

    /// <summary>Gets the expected cost of a trade in basis points, each side: <c>cost-bps</c>, else the cost model's, else 5.</summary>
    public double ExpectedBps { get; }

    /// <summary>Sets a security's models.</summary>
    public void Apply(Security security)
    {
        if (_fee is not null)
            security.SetFeeModel(_fee);
        if (_slippage is not null)
            security.SetSlippageModel(_slippage);
    }

    private static ICostModel? Model(string text, ExtensionSet extensions)
    {
        try
        {
            return text.Length == 0 ? null : CostModelText.Parse(text, extensions);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException($"Parameter cost-model: {text}: {fault.Message}", fault);
        }
    }
}
