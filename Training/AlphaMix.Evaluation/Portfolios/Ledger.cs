using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The accounts of one portfolio: its drifting weights, and each day's trades, costs and return. Every portfolio - a strategy's, 1/N,
/// random, permuted - has one, so that fills and costs are the same for all. Weights are fractions of the portfolio, negative for short
/// positions. Nothing is allocated per day. Not thread-safe.
/// </summary>
/// <remarks>
/// Fill rules: a name that is halted at the fill keeps its weight; one that is delisted is sold at its last price; an order for a name
/// without a bar at the fill lapses and its share stays in cash. See <see cref="PortfolioTargets"/> for how sizes follow from shares.
/// </remarks>
internal sealed class Ledger
{
    // Rounding leaves this much of a side that is full: no money to enter a name with, which would only take a place.
    private const double Nothing = 1e-12;

    private readonly FillTable _fills;
    private readonly double[] _unitCosts;
    private readonly double[] _weights;
    private readonly int[] _mentionedOn;
    private int[] _held;
    private int[] _next;
    private int _heldCount;
    private int _nextCount;
    private int _step;
    private double _bought;
    private double _sold;

    public Ledger(FillTable fills, double[] unitCosts)
    {
        (_fills, _unitCosts) = (fills, unitCosts);
        _weights = new double[fills.Instruments];
        _mentionedOn = new int[fills.Instruments];
        _held = new int[fills.Instruments];
        _next = new int[fills.Instruments];
    }

    /// <summary>Gets the instruments held after the last fill: those that could not be sold, then those that the rule named.</summary>
    public ReadOnlySpan<int> Held => _held.AsSpan(0, _heldCount);

    /// <summary>Gets all weights, drifted since the last fill.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets the return of the last step before costs, a fraction.</summary>
    public double Gross { get; private set; }

    /// <summary>Gets the return of the last step after costs, a fraction.</summary>
    public double Net => Gross - Cost * (1 + Gross);

    /// <summary>Gets the cost of the last step, as a fraction of the portfolio.</summary>
    public double Cost { get; private set; }

    /// <summary>Gets the share of the portfolio that the last step replaced: the larger of what was bought and what was sold.</summary>
    public double Turnover => Math.Max(_bought, _sold);

    /// <summary>
    /// Gets what the last step bought and sold together, as a share of the portfolio: what a cost in basis points is charged on.
    /// </summary>
    public double Traded => _bought + _sold;

    /// <summary>Starts a new portfolio that holds cash alone.</summary>
    public void Clear()
    {
        foreach (var i in Held)
            _weights[i] = 0;
        _heldCount = 0;
    }

    /// <summary>Trades at the fill of a decision and holds to the next fill.</summary>
    /// <param name="decisionDay">Day of the decision.</param>
    /// <param name="targets">The decision.</param>
    /// <param name="record">Receives the holdings right after the fill, rank 1 where the decision names them and 0 elsewhere; null to keep
    /// none.</param>
    /// <exception cref="InvalidOperationException">The decision mentions a name twice.</exception>
    public void Step(int decisionDay, PortfolioTargets targets, List<Holding>? record = null)
    {
        var fill = new FillDay(_fills, _unitCosts, decisionDay + _fills.Delay);
        _step++;
        (_bought, _sold, Cost, Gross, _nextCount) = (0, 0, 0, 0, 0);
        var (names, shares) = (targets.NameArray, targets.ShareArray);
        for (var place = 0; place < targets.Count; place++)
            Mention(names[place]);
        var (longUnit, shortUnit) = (0.0, 0.0);
        KeepOrExit(fill, record, ref longUnit, ref shortUnit);
        Size(fill, targets, ref longUnit, ref shortUnit);
        for (var place = 0; place < targets.Count; place++)
            Fill(fill, names[place], shares[place], shares[place] > 0 ? longUnit : shortUnit, record);

        (_held, _next) = (_next, _held);
        _heldCount = _nextCount;
        var scale = 1 + Gross;
        foreach (var i in Held)
            _weights[i] *= (1 + fill.Growth[i]) / scale;
    }

    /// <summary>Notes that the decision names an instrument; one that is named twice would be held twice.</summary>
    private void Mention(int name)
    {
        if (_mentionedOn[name] == _step)
            throw new InvalidOperationException($"The portfolio rule mentions {_fills.Name(name)} twice on one day.");
        _mentionedOn[name] = _step;
    }

    /// <summary>Keeps what is halted and exits what the decision does not name.</summary>
    private void KeepOrExit(in FillDay fill, List<Holding>? record, ref double keptLong, ref double keptShort)
    {
        foreach (var i in Held)
        {
            if (fill.States[i] == TradingState.Halted)
            {
                Keep(_weights[i], ref keptLong, ref keptShort);
                Gross += _weights[i] * fill.Growth[i];
                _next[_nextCount++] = i;
                if (_mentionedOn[i] != _step)
                    record?.Add(new Holding(i, 0, _weights[i]));
            }
            else if (_mentionedOn[i] != _step)
            {
                Trade(fill, i, 0);
            }
        }
    }

    /// <summary>
    /// Turns what is kept on each side into the weight of one share there: what it leaves of the exposure, divided by all shares.
    /// </summary>
    private void Size(in FillDay fill, PortfolioTargets targets, ref double longSide, ref double shortSide)
    {
        var (names, shares) = (targets.NameArray, targets.ShareArray);
        var (longShares, shortShares) = (targets.CashShare, targets.CashShare);
        for (var place = 0; place < targets.Count; place++)
        {
            var (name, share) = (names[place], shares[place]);
            if (fill.States[name] == TradingState.Halted && _weights[name] != 0)
                continue;
            if (share > 0)
                longShares += share;
            else if (share < 0)
                shortShares -= share;
            else if (fill.States[name] != TradingState.Delisted)
                Keep(_weights[name], ref longSide, ref shortSide);
        }

        longSide = Unit(targets.LongExposure - longSide, longShares);
        shortSide = Unit(targets.ShortExposure - shortSide, shortShares);
    }

    private static void Keep(double weight, ref double longSide, ref double shortSide)
    {
        if (weight > 0)
            longSide += weight;
        else
            shortSide -= weight;
    }

    private static double Unit(double free, double shares) => shares > 0 && free > Nothing ? free / shares : 0;

    private void Fill(in FillDay fill, int name, double share, double unit, List<Holding>? record)
    {
        var (state, isHold) = (fill.States[name], double.IsNaN(share));
        if (state == TradingState.Halted && _weights[name] != 0)
        {
            record?.Add(new Holding(name, 1, _weights[name]));
            return;
        }

        // An order for an instrument without a bar at the fill lapses: its share stays in cash for the day.
        if (!isHold || state == TradingState.Delisted)
            Trade(fill, name, isHold || state != TradingState.Trading ? 0 : share * unit);
        if (_weights[name] != 0)
        {
            Gross += _weights[name] * fill.Growth[name];
            _next[_nextCount++] = name;
        }

        if (!isHold || _weights[name] != 0)
            record?.Add(new Holding(name, 1, _weights[name]));
    }

    private void Trade(in FillDay fill, int name, double target)
    {
        var change = target - _weights[name];
        _bought += Math.Max(change, 0);
        _sold += Math.Max(-change, 0);
        Cost += Math.Abs(change) * fill.UnitCosts[name];
        _weights[name] = target;
    }

    /// <summary>What is known of one fill day, by instrument.</summary>
    private readonly ref struct FillDay
    {
        public FillDay(FillTable fills, double[] unitCosts, int day)
        {
            States = fills.States(day);
            Growth = fills.Growth.AsSpan(day * fills.Instruments, fills.Instruments);
            UnitCosts = unitCosts.AsSpan(day * fills.Instruments, fills.Instruments);
        }

        public ReadOnlySpan<TradingState> States { get; }

        public ReadOnlySpan<double> Growth { get; }

        public ReadOnlySpan<double> UnitCosts { get; }
    }
}
