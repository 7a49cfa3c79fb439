using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The capital that a portfolio carries before its own trades take much of the volume, or move prices against it.</summary>
/// <remarks>
/// <para><b>By volume.</b> A trade of a share s of the portfolio in an instrument that trades V a day (median of its last 20 bars up to the
/// decision) takes a part <c>C s / V</c> of that volume at capital C. It reaches x at <c>C = x V / s</c>, so the capital at which y of all
/// trades reach x is the y quantile of those.</para>
/// <para><b>By impact, an order of magnitude.</b> Grinold and Kahn (2000), Active Portfolio Management, 2nd ed., chapter 16: trading a part
/// p of a day's volume costs about <c>volatility * sqrt(p)</c> (Almgren, Thum, Hauptmann and Li 2005, Risk 18(7), measured an exponent of
/// 0.6). The drag on a day's return is then <c>sqrt(C) * sum s^1.5 volatility / sqrt(V)</c>, and the mean net return falls to that of 1/N
/// at <c>C = (mean net lead / mean drag at C = 1)^2</c>. 1/N is taken as free, and nothing is calibrated to the user's fills.</para>
/// </remarks>
public sealed record Capacity
{
    /// <summary>The share of trades, a fraction, that may reach the share of volume.</summary>
    public const double ShareOfTrades = 0.05;

    private static readonly double[] Shares = [0.005, 0.01, 0.02, 0.05];

    /// <summary>
    /// Gets the capital at which 5 % of trades reach 0.5, 1, 2 and 5 % of their instrument's median daily dollar volume, in this order; NaN
    /// without trades.
    /// </summary>
    public required IReadOnlyList<CapacityPoint> ByVolume { get; init; }

    /// <summary>
    /// Gets the capital, in the currency of the prices, at which square-root impact takes the mean net return down to that of 1/N; 0 when
    /// it is not above to begin with, NaN without trades.
    /// </summary>
    public required double ByImpact { get; init; }

    /// <summary>Gets the number of trades counted: one an instrument and decision day whose weight the fill changed.</summary>
    public required int Trades { get; init; }

    /// <summary>
    /// Gets the number of trades left out because volume or volatility is not known: too few bars up to the decision day, or a day or
    /// instrument that the volumes do not have.
    /// </summary>
    public required int Unknown { get; init; }

    /// <summary>Computes the capacity of a simulated portfolio.</summary>
    /// <param name="simulator">The simulator that traded the portfolio.</param>
    /// <param name="simulation">The portfolio, at the costs for which <see cref="ByImpact"/> is asked.</param>
    /// <param name="equalWeight">1/N on the same days, at the same costs.</param>
    /// <param name="volumes">
    /// Volume and volatility by instrument and decision day; only bars up to that day enter. Best from a grid that begins before the span.
    /// </param>
    /// <exception cref="ArgumentException">The simulation does not have as many days as the simulator's span.</exception>
    public static Capacity Compute(
        Simulator simulator, SimulationResult simulation, SimulationResult equalWeight, TrailingVolume volumes)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(equalWeight);
        ArgumentNullException.ThrowIfNull(volumes);
        var (grid, span) = (simulator.Grid, simulator.Span);
        if (simulation.Days.Length != span.Count)
            throw new ArgumentException($"Expected {span.Count} days, found {simulation.Days.Length}.", nameof(simulation));

        var (room, drag, unknown) = (new List<double>(), 0.0, 0);
        var trades = TradeSizes.Compute(simulator, simulation);
        for (var d = 0; d < trades.Length; d++)
        {
            foreach (var (instrument, share) in trades[d])
            {
                var name = grid.Instruments[instrument];
                var (dollars, volatility) = (volumes.Dollars(simulation.Days[d], name), volumes.Volatility(simulation.Days[d], name));
                if (double.IsNaN(dollars) || double.IsNaN(volatility))
                {
                    unknown++;
                    continue;
                }

                room.Add(dollars / share);
                drag += share * Math.Sqrt(share) * volatility / Math.Sqrt(dollars);
            }
        }

        room.Sort();
        var low = Distribution.Quantile([.. room], ShareOfTrades);
        var lead = Mean(simulation.NetReturns) - Mean(equalWeight.NetReturns);
        var root = lead / (drag / trades.Length);
        return new Capacity
        {
            ByVolume = [.. Shares.Select(share => new CapacityPoint(share, share * low))],
            ByImpact = room.Count == 0 ? double.NaN : lead <= 0 ? 0 : root * root,
            Trades = room.Count,
            Unknown = unknown
        };
    }

    private static double Mean(double[] values) => Moments.Compute(values).Mean;
}
