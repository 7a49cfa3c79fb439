namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The book of one portfolio: its drifting weights, and what each day's rebalancing trades, costs and earns. Every portfolio - a router's,
/// 1/N, random, relabelled - is kept by it, so that all meet the same rules. Nothing is allocated per day. One user at a time.
/// </summary>
internal sealed class Ledger
{
    private readonly FillTable _fills;
    private readonly double[] _weights;
    private readonly int[] _pickedOn;
    private int[] _held;
    private int[] _next;
    private int _heldCount;
    private int _step;

    public Ledger(FillTable fills)
    {
        _fills = fills;
        _weights = new double[fills.Instruments];
        _pickedOn = new int[fills.Instruments];
        _held = new int[fills.Instruments];
        _next = new int[fills.Instruments];
    }

    /// <summary>Gets the instruments held after the last fill: those that could not be sold, then the filled picks.</summary>
    public ReadOnlySpan<int> Held => _held.AsSpan(0, _heldCount);

    /// <summary>Gets the return of the last step, before costs.</summary>
    public double Gross { get; private set; }

    /// <summary>Gets the return of the last step, after costs.</summary>
    public double Net => Gross - Cost * (1 + Gross);

    /// <summary>Gets the cost of the last step, as a fraction of the portfolio.</summary>
    public double Cost { get; private set; }

    /// <summary>Gets the share of the portfolio that the last step replaced.</summary>
    public double Turnover { get; private set; }

    /// <summary>Gets what the last step bought and sold together, as a share of the portfolio: what a cost in basis points is charged on.</summary>
    public double Traded { get; private set; }

    /// <summary>Forgets everything: all cash.</summary>
    public void Clear()
    {
        foreach (var i in Held)
            _weights[i] = 0;
        _heldCount = 0;
    }

    /// <summary>Gives the weight of an instrument, drifted since the last fill.</summary>
    public double WeightOf(int instrument) => _weights[instrument];

    /// <summary>Gives whether the portfolio holds the instrument and cannot sell it on the day.</summary>
    public bool IsStuck(int day, int instrument) => _weights[instrument] > 0 && _fills.Halted(day, instrument);

    /// <summary>
    /// Counts the slots of a portfolio of <paramref name="topK"/> that are free to pick for on the day: each instrument that cannot be sold keeps one.
    /// </summary>
    public int FreeSlots(int day, int topK)
    {
        var free = topK;
        foreach (var i in Held)
            free -= _fills.Halted(day, i) ? 1 : 0;

        // A name that halts between a decision and its fill stays beside the new picks: more names than slots.
        return Math.Max(free, 0);
    }

    /// <summary>Trades to equal weights of <paramref name="picks"/> on the fill day of a decision and holds them to the next fill.</summary>
    /// <param name="decisionDay">Day of the decision.</param>
    /// <param name="picks">Distinct instruments; those stuck keep their weight, the others share what is left.</param>
    /// <param name="placed">Receives each pick's weight after the fill; empty when nobody asks.</param>
    public void Step(int decisionDay, ReadOnlySpan<int> picks, Span<double> placed = default)
    {
        var day = decisionDay + _fills.Delay;
        var row = day * _fills.Instruments;
        _step++;
        var free = picks.Length;
        foreach (var i in picks)
        {
            _pickedOn[i] = _step;
            free -= IsStuck(day, i) ? 1 : 0;
        }

        var (bought, sold, cost, gross) = (0.0, 0.0, 0.0, 0.0);
        var stuckWeight = 0.0;
        var count = 0;
        foreach (var i in Held)
        {
            if (_fills.Halted(day, i))
            {
                stuckWeight += _weights[i];
                gross += _weights[i] * _fills.Growth[row + i];
                _next[count++] = i;
            }
            else if (_pickedOn[i] != _step)
            {
                sold += _weights[i];
                cost += _weights[i] * _fills.UnitCost[row + i];
                _weights[i] = 0;
            }
        }

        var share = free == 0 ? 0 : (1 - stuckWeight) / free;
        for (var p = 0; p < picks.Length; p++)
        {
            var i = picks[p];
            if (!IsStuck(day, i))
            {
                // An order for an instrument without a bar at the fill lapses: its share stays in cash for the day.
                var target = _fills.Trades(day, i) ? share : 0;
                var change = target - _weights[i];
                bought += Math.Max(change, 0);
                sold += Math.Max(-change, 0);
                cost += Math.Abs(change) * _fills.UnitCost[row + i];
                gross += target * _fills.Growth[row + i];
                _weights[i] = target;
                if (target > 0)
                    _next[count++] = i;
            }

            if (!placed.IsEmpty)
                placed[p] = _weights[i];
        }

        (_held, _next) = (_next, _held);
        _heldCount = count;
        foreach (var i in Held)
            _weights[i] *= (1 + _fills.Growth[row + i]) / (1 + gross);

        // Cash is a position too, so half the sum of all changes is the larger of what was bought and what was sold.
        (Gross, Cost, Turnover, Traded) = (gross, cost, Math.Max(bought, sold), bought + sold);
    }
}
