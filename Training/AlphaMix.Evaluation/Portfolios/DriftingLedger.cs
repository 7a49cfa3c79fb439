using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The book of a slow portfolio: names that stay are not traded and drift, what leaves frees its value for what enters. Weights may be
/// negative. One user at a time.
/// </summary>
internal sealed class DriftingLedger
{
    private readonly FillTable _fills;
    private readonly double[] _weights;
    private readonly double[] _placed;

    public DriftingLedger(FillTable fills)
    {
        _fills = fills;
        _weights = new double[fills.Instruments];
        _placed = new double[fills.Instruments];
    }

    /// <summary>Gets the weights, drifted since the last fill; negative for what is sold short.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets the weights right after the last fill.</summary>
    public ReadOnlySpan<double> Placed => _placed;

    /// <summary>Gets the return of the last step, before costs.</summary>
    public double Gross { get; private set; }

    /// <summary>Gets the cost of the last step, as a fraction of the portfolio.</summary>
    public double Cost { get; private set; }

    /// <summary>Gets the share of the portfolio that the last step replaced: the larger of what was bought and what was sold.</summary>
    public double Turnover { get; private set; }

    /// <summary>Gets what the last step bought and sold together, as a share of the portfolio.</summary>
    public double Traded { get; private set; }

    /// <summary>Trades at the fill of a decision and holds to the next.</summary>
    /// <param name="decisionDay">Day of the decision.</param>
    /// <param name="names">Instruments decided about.</param>
    /// <param name="decisions">What becomes of each; who cannot trade at the fill stays as it is.</param>
    /// <param name="side">The share of the portfolio that each side may have: what its names do not hold is shared by those that enter.</param>
    /// <param name="rebuild">Whether everything is sold first, so that all names decided for get the same.</param>
    public void Step(int decisionDay, ReadOnlySpan<int> names, ReadOnlySpan<HoldingDecision> decisions, double side, bool rebuild)
    {
        var day = decisionDay + _fills.Delay;
        var row = day * _fills.Instruments;
        var before = (double[])_weights.Clone();
        for (var i = 0; i < _weights.Length; i++)
        {
            if (rebuild && CanLeave(day, i))
                _weights[i] = 0;
        }

        for (var n = 0; n < names.Length; n++)
        {
            if (decisions[n] == HoldingDecision.Leave && CanLeave(day, names[n]))
                _weights[names[n]] = 0;
        }

        // A name that ended for good is sold at its last price even when nobody ranks it any more.
        for (var i = 0; i < _weights.Length; i++)
        {
            if (_weights[i] != 0 && _fills.Ended(day, i))
                _weights[i] = 0;
        }

        Enter(day, names, decisions, HoldingDecision.Buy, 1, side);
        Enter(day, names, decisions, HoldingDecision.SellShort, -1, side);
        Settle(row, before);
    }

    private bool CanLeave(int day, int instrument) => !_fills.Halted(day, instrument);

    private void Enter(int day, ReadOnlySpan<int> names, ReadOnlySpan<HoldingDecision> decisions, HoldingDecision entry, int sign, double side)
    {
        var free = side;
        foreach (var weight in _weights)
            free -= Math.Max(sign * weight, 0);
        var count = 0;
        foreach (var decision in decisions[..names.Length])
            count += decision == entry ? 1 : 0;
        if (count == 0 || !(free > 0))
            return;
        for (var n = 0; n < names.Length; n++)
        {
            if (decisions[n] == entry && _weights[names[n]] == 0 && _fills.Trades(day, names[n]))
                _weights[names[n]] = sign * free / count;
        }
    }

    private void Settle(int row, double[] before)
    {
        var (bought, sold, cost, gross) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < _weights.Length; i++)
        {
            var change = _weights[i] - before[i];
            bought += Math.Max(change, 0);
            sold += Math.Max(-change, 0);
            cost += Math.Abs(change) * _fills.UnitCost[row + i];
            gross += _weights[i] * _fills.Growth[row + i];
        }

        _weights.CopyTo(_placed, 0);
        for (var i = 0; i < _weights.Length; i++)
            _weights[i] *= (1 + _fills.Growth[row + i]) / (1 + gross);
        (Gross, Cost, Turnover, Traded) = (gross, cost, Math.Max(bought, sold), bought + sold);
    }
}
