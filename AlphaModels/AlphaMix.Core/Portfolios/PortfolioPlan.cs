namespace AlphaMix.Core.Portfolios;

/// <summary>
/// The portfolio that a decision asks for, by the simulator's rules, as if every name traded: what is not named exits, and what the
/// positions left alone leave of a side's exposure is divided among those entered, in proportion to their shares. Reused from day to day.
/// </summary>
internal sealed class PortfolioPlan
{
    private readonly List<PlannedPosition> _positions = [];
    private int[] _mentionedOn = [];
    private int _day;

    /// <summary>Gets the positions that the rule named, in its order, but for those that cannot be held.</summary>
    public IReadOnlyList<PlannedPosition> Positions => _positions;

    /// <summary>Gets the share of the portfolio that long positions may have.</summary>
    public double LongExposure { get; private set; }

    /// <summary>Gets the share of the portfolio that short positions may have.</summary>
    public double ShortExposure { get; private set; }

    /// <summary>Gets the sum of all shares on the long side, with those that stay in cash.</summary>
    public double LongShares { get; private set; }

    /// <summary>Gets the sum of all shares on the short side, with those that stay in cash.</summary>
    public double ShortShares { get; private set; }

    /// <summary>Gets a value indicating whether the decision leaves a name alone, so that only the others may be traded.</summary>
    public bool LeavesAlone { get; private set; }

    /// <summary>Computes the plan.</summary>
    /// <param name="targets">The decision.</param>
    /// <param name="weights">Weights before the trade, by name.</param>
    /// <param name="states">Whether each name trades; no position is planned of one that is delisted.</param>
    /// <param name="rule">The rule that decided, for messages.</param>
    /// <param name="nameOf">Returns what messages call a name.</param>
    /// <exception cref="InvalidOperationException">The decision mentions a name twice.</exception>
    public void Compute(
        PortfolioTargets targets, ReadOnlySpan<double> weights, ReadOnlySpan<TradingState> states, IPortfolioRule rule,
        Func<int, string> nameOf)
    {
        _positions.Clear();
        if (_mentionedOn.Length < states.Length)
            Array.Resize(ref _mentionedOn, states.Length);
        _day++;
        (LongExposure, ShortExposure) = (targets.LongExposure, targets.ShortExposure);
        (LongShares, ShortShares) = (targets.CashShare, targets.CashShare);
        LeavesAlone = false;
        for (var place = 0; place < targets.Count; place++)
        {
            var name = targets.NameAt(place);
            if (_mentionedOn[name] == _day)
                throw new InvalidOperationException($"The portfolio rule {rule.Name} mentions {nameOf(name)} twice on one day.");
            _mentionedOn[name] = _day;
            Add(name, targets.ShareAt(place), weights[name], states[name] == TradingState.Delisted);
        }

        Size();
    }

    private void Add(int name, double share, double weight, bool isDelisted)
    {
        if (double.IsNaN(share))
        {
            LeavesAlone = true;
            if (weight != 0 && !isDelisted)
                _positions.Add(new PlannedPosition(name, share, weight));
            return;
        }

        LongShares += Math.Max(share, 0);
        ShortShares += Math.Max(-share, 0);
        if (!isDelisted)
            _positions.Add(new PlannedPosition(name, share, 0));
    }

    /// <summary>Sets the weights of the positions entered.</summary>
    private void Size()
    {
        var (keptLong, keptShort) = (0.0, 0.0);
        foreach (var position in _positions)
        {
            keptLong += position.Stays ? Math.Max(position.Weight, 0) : 0;
            keptShort += position.Stays ? Math.Max(-position.Weight, 0) : 0;
        }

        var longUnit = LongShares > 0 ? Math.Max(LongExposure - keptLong, 0) / LongShares : 0;
        var shortUnit = ShortShares > 0 ? Math.Max(ShortExposure - keptShort, 0) / ShortShares : 0;
        for (var i = 0; i < _positions.Count; i++)
        {
            if (!_positions[i].Stays)
                _positions[i] = _positions[i] with { Weight = _positions[i].Share * (_positions[i].Share > 0 ? longUnit : shortUnit) };
        }
    }
}
