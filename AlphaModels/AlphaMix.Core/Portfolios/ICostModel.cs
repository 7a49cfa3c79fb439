using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// What a fill costs: the simulator charges it, and the plugin can hand it to LEAN as slippage. Implementations are immutable,
/// deterministic and safe to share between threads.
/// </summary>
public interface ICostModel
{
    /// <summary>Gets the name under which the model is registered (<see cref="CostModelFactory"/>).</summary>
    string Name { get; }

    /// <summary>Gets the parameters that make an equal model.</summary>
    Parameters Parameters { get; }

    /// <summary>
    /// Gets the cost of an ordinary trade in basis points of its value, each side: what rules and reports expect. Not negative.
    /// </summary>
    double ExpectedBps { get; }

    /// <summary>Returns the cost of trading one unit of money at a fill, as a fraction of it, in [0, 1).</summary>
    /// <param name="sharesPerUnit">Shares that one unit of money buys at the price as traded; 0 where there is no price.</param>
    /// <param name="dollarVolume">Value of the shares traded on the fill day; NaN where it is not known.</param>
    double CostOf(double sharesPerUnit, double dollarVolume);
}
