using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The book of one portfolio: its drifting weights, and what each day's trades cost and earn. Every portfolio - a strategy's, 1/N, random, permuted - is
/// kept by it, so that all meet the same rules. Weights are negative for short positions. Nothing is allocated per day. One user at a time.
/// </summary>
/// <remarks>
/// Fill rules: a name that is halted at the fill keeps its weight; one that is delisted is sold at its last price; an order for a name without a bar at the
/// fill lapses and its share stays in cash. See <see cref="PortfolioTargets"/> for how sizes follow from shares.
/// </remarks>
internal sealed class Ledger
{
    private readonly FillTable _fills;
    private readonly double[] _unitCosts;
    private readonly double[] _weights;
    private readonly int[] _mentionedOn;
    private int[] _held;
    private int[] _next;
    private int _heldCount;
    private int _nextCount;
    private int _step;
    private int _row;
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

    /// <summary>Gets the return of the last step, before costs.</summary>
    public double Gross { get; private set; }

    /// <summary>Gets the return of the last step, after costs.</summary>
    public double Net => Gross - Cost * (1 + Gross);

    /// <summary>Gets the cost of the last step, as a fraction of the portfolio.</summary>
    public double Cost { get; private set; }

    /// <summary>Gets the share of the portfolio that the last step replaced: the larger of what was bought and what was sold.</summary>
    public double Turnover => Math.Max(_bought, _sold);

    /// <summary>Gets what the last step bought and sold together, as a share of the portfolio: what a cost in basis points is charged on.</summary>
    public double Traded => _bought + _sold;

    /// <summary>Forgets everything: all cash.</summary>
    public void Clear()
    {
        foreach (var i in Held)
            _weights[i] = 0;
        _heldCount = 0;
    }

    /// <summary>Trades at the fill of a decision and holds to the next fill.</summary>
    /// <param name="decisionDay">Day of the decision.</param>
    /// <param name="targets">The decision.</param>
    /// <param name="record">Receives the holdings right after the fill, rank 1 where the decision names them and 0 elsewhere; null to keep none.</param>
    public void Step(int decisionDay, PortfolioTargets targets, List<Holding>? record = null)
    {
        var day = decisionDay + _fills.Delay;
        _row = day * _fills.Instruments;
        _step++;
        (_bought, _sold, Cost, Gross, _nextCount) = (0, 0, 0, 0, 0);
        foreach (var name in targets.Names)
            _mentionedOn[name] = _step;
        var (keptLong, keptShort) = KeepOrExit(day, record);
        var sides = SidesOf(day, targets, keptLong, keptShort);
        for (var place = 0; place < targets.Names.Length; place++)
            Fill(day, targets.Names[place], targets.Shares[place], sides, record);

        (_held, _next) = (_next, _held);
        _heldCount = _nextCount;
        foreach (var i in Held)
            _weights[i] *= (1 + _fills.Growth[_row + i]) / (1 + Gross);
    }

    private bool IsStuck(int day, int instrument) => _weights[instrument] != 0 && _fills.State(day, instrument) == TradingState.Halted;

    /// <summary>Keeps what is halted and exits what the decision does not name.</summary>
    private (double Long, double Short) KeepOrExit(int day, List<Holding>? record)
    {
        var (keptLong, keptShort) = (0.0, 0.0);
        foreach (var i in Held)
        {
            if (_fills.State(day, i) == TradingState.Halted)
            {
                keptLong += Math.Max(_weights[i], 0);
                keptShort += Math.Max(-_weights[i], 0);
                Gross += _weights[i] * _fills.Growth[_row + i];
                _next[_nextCount++] = i;
                if (_mentionedOn[i] != _step)
                    record?.Add(new Holding(i, 0, _weights[i]));
            }
            else if (_mentionedOn[i] != _step)
            {
                Trade(i, 0);
            }
        }

        return (keptLong, keptShort);
    }

    /// <summary>Returns the weight of one share on each side: what the names left alone leave of the exposure, divided by all shares.</summary>
    private (double Long, double Short) SidesOf(int day, PortfolioTargets targets, double keptLong, double keptShort)
    {
        var (longShares, shortShares) = (targets.CashShare, targets.CashShare);
        for (var place = 0; place < targets.Names.Length; place++)
        {
            var (name, share) = (targets.Names[place], targets.Shares[place]);
            if (IsStuck(day, name))
                continue;
            if (double.IsNaN(share))
            {
                if (_fills.State(day, name) == TradingState.Delisted)
                    continue;
                keptLong += Math.Max(_weights[name], 0);
                keptShort += Math.Max(-_weights[name], 0);
            }
            else if (share > 0)
            {
                longShares += share;
            }
            else
            {
                shortShares -= share;
            }
        }

        return (Unit(targets.LongExposure - keptLong, longShares), Unit(targets.ShortExposure - keptShort, shortShares));
    }

    private static double Unit(double free, double shares) => shares > 0 ? Math.Max(free, 0) / shares : 0;

    private void Fill(int day, int name, double share, (double Long, double Short) sides, List<Holding>? record)
    {
        if (IsStuck(day, name))
        {
            record?.Add(new Holding(name, 1, _weights[name]));
            return;
        }

        var state = _fills.State(day, name);
        if (double.IsNaN(share) && state != TradingState.Delisted)
        {
            if (_weights[name] == 0)
                return;
            Gross += _weights[name] * _fills.Growth[_row + name];
        }
        else
        {
            // An order for an instrument without a bar at the fill lapses: its share stays in cash for the day.
            var target = state != TradingState.Trading || double.IsNaN(share) ? 0 : share * (share > 0 ? sides.Long : sides.Short);
            Trade(name, target);
            Gross += target * _fills.Growth[_row + name];
        }

        if (_weights[name] != 0)
            _next[_nextCount++] = name;
        if (!double.IsNaN(share) || _weights[name] != 0)
            record?.Add(new Holding(name, 1, _weights[name]));
    }

    private void Trade(int name, double target)
    {
        var change = target - _weights[name];
        _bought += Math.Max(change, 0);
        _sold += Math.Max(-change, 0);
        Cost += Math.Abs(change) * _unitCosts[_row + name];
        _weights[name] = target;
    }
}
