using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// Divides one portfolio among strategies as the plugin does: each trades on paper by its own rule, the mixture sets shares by the paper
/// returns up to the decision day's close, and the target is the share-weighted sum of the paper portfolios, in shares of stock at that
/// close. The portfolio's own holdings do not enter the decision.
/// </summary>
internal sealed class MixtureDecider : IDecider
{
    private readonly Simulator _simulator;
    private readonly IStrategyMixture _mixture;
    private readonly DecisionPrices _prices;
    private readonly MixturePart[] _parts;
    private readonly Func<int, double> _priceOf;
    private readonly double[] _shares;
    private readonly double[] _memories;
    private readonly double[] _speaking;
    private readonly double[] _merged;
    private readonly bool[] _isMerged;
    private readonly int[] _names;
    private int _day;

    public MixtureDecider(Simulator simulator, MixedPortfolio portfolio, double costBps)
    {
        (_simulator, _mixture, _prices) = (simulator, portfolio.Mixture, simulator.Prices);
        _parts = [.. portfolio.Parts.Select(part => new MixturePart(simulator.Fills, part, costBps, _mixture.MemorySize))];
        _priceOf = name => _prices.Closes(_day)[name];
        _shares = new double[_parts.Length];
        _speaking = new double[_parts.Length];
        _memories = new double[_parts.Length * _mixture.MemorySize];
        _merged = new double[simulator.Fills.Instruments];
        _isMerged = new bool[simulator.Fills.Instruments];
        _names = new int[simulator.Fills.Instruments];
    }

    /// <inheritdoc/>
    /// <remarks>That of the first strategy, where all that have a share fall back.</remarks>
    public string? Fallback { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Shares => _shares;

    /// <inheritdoc/>
    public void Clear()
    {
        foreach (var part in _parts)
            part.Clear();
    }

    /// <inheritdoc/>
    public void Decide(int day, ReadOnlySpan<int> names, Ledger ledger, PortfolioTargets targets)
    {
        _day = day;
        if (_mixture.MemorySize > 0)
        {
            foreach (var part in _parts)
                part.Settle(_mixture, _simulator.Grid.Days[day], _priceOf);
        }

        Share(names);
        Fallback = CommonFallback();
        Merge(ledger, targets);
    }

    /// <summary>Decides every strategy's paper portfolio, and divides the portfolio among those that ask for a position.</summary>
    private void Share(ReadOnlySpan<int> names)
    {
        var speaking = 0;
        for (var p = 0; p < _parts.Length; p++)
        {
            _shares[p] = _parts[p].Decide(_day, names, _priceOf) ? 1 : 0;
            if (_shares[p] > 0)
                _parts[p].Member.Memory.CopyTo(_memories, speaking++ * _mixture.MemorySize);
        }

        if (speaking == 0)
            return;
        var shares = _speaking.AsSpan(0, speaking);
        MixtureShares.Compute(_mixture, _memories.AsSpan(0, speaking * _mixture.MemorySize), shares);
        for (int p = 0, s = 0; p < _parts.Length; p++)
        {
            if (_shares[p] > 0)
                _shares[p] = shares[s++];
        }
    }

    private string? CommonFallback()
    {
        string? first = null;
        for (var p = 0; p < _parts.Length; p++)
        {
            if (_shares[p] == 0)
                continue;
            if (_parts[p].Fallback is not { } reason)
                return null;
            first ??= reason;
        }

        return first;
    }

    /// <summary>Adds up the paper portfolios by their shares and asks for the sum.</summary>
    private void Merge(Ledger ledger, PortfolioTargets targets)
    {
        targets.Clear();
        var count = 0;
        for (var p = 0; p < _parts.Length; p++)
        {
            foreach (var position in _parts[p].Member.Asked.Positions)
            {
                if (!_isMerged[position.Name])
                    _names[count++] = position.Name;
                _isMerged[position.Name] = true;
                _merged[position.Name] += _shares[p] * position.Weight;
            }
        }

        var gaps = _prices.Gaps(_day);
        var scale = ValueAtClose(ledger, gaps);
        var (longs, shorts) = (0.0, 0.0);
        foreach (var name in _names.AsSpan(0, count))
        {
            var weight = gaps.IsEmpty ? _merged[name] : _merged[name] * gaps[name] * scale;
            (_merged[name], _isMerged[name]) = (0, false);
            longs += Math.Max(weight, 0);
            shorts += Math.Max(-weight, 0);
            if (weight > 0)
                targets.Buy(name, weight);
            else if (weight < 0)
                targets.SellShort(name, -weight);
        }

        (targets.LongExposure, targets.ShortExposure) = (longs, shorts);
    }

    /// <summary>Returns the portfolio's value at the decision's close, before trades, as a multiple of that at its fill.</summary>
    private static double ValueAtClose(Ledger ledger, ReadOnlySpan<double> gaps)
    {
        var value = 1.0;
        if (gaps.IsEmpty)
            return value;
        foreach (var name in ledger.Held)
            value += ledger.Weights[name] * (1 / gaps[name] - 1);
        return value;
    }
}
