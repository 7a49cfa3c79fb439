using System.Collections.Generic;
using System.Linq;
using System;
using AlphaMix.LeanSurface;
using Python.Runtime;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Interfaces;

namespace QuantConnect.Algorithm.Framework.Portfolio;

public enum PortfolioBias
{
    Short = -1,
    LongShort = 0,
    Long = 1
}

public interface IPortfolioConstructionModel : INotifiedSecurityChanges
{
    IEnumerable<IPortfolioTarget> CreateTargets(QCAlgorithm algorithm, Insight[] insights);
}

// Behaving, for C# models.
public class PortfolioConstructionModel : IPortfolioConstructionModel
{
    private readonly Func<DateTime, DateTime?> _nextRebalance;
    private DateTime? _rebalanceUtc;
    private bool _hasSecurityChanges;

    public PortfolioConstructionModel(Func<DateTime, DateTime?> rebalancingFunc)
    {
        _nextRebalance = rebalancingFunc;
    }

    public PortfolioConstructionModel(Func<DateTime, DateTime> rebalancingFunc = null)
        : this(rebalancingFunc is null ? (Func<DateTime, DateTime?>)null : utc => rebalancingFunc(utc))
    {
    }

    public virtual bool RebalanceOnSecurityChanges { get; set; } = true;

    public virtual bool RebalanceOnInsightChanges { get; set; } = true;

    protected IAlgorithm Algorithm { get; private set; }

    public virtual IEnumerable<IPortfolioTarget> CreateTargets(QCAlgorithm algorithm, Insight[] insights)
    {
        Algorithm = algorithm;
        if (!IsRebalanceDue(insights, algorithm.UtcTime))
            return [];

        var targets = new List<IPortfolioTarget>();
        var refused = new HashSet<Symbol>();
        var wanted = GetTargetInsights();
        var percents = DetermineTargetPercent(wanted);
        foreach (var insight in wanted.Where(percents.ContainsKey))
        {
            if (PortfolioTarget.Percent(algorithm, insight.Symbol, percents[insight]) is { } target)
                targets.Add(target);
            else
                refused.Add(insight.Symbol);
        }

        foreach (var symbol in algorithm.Insights.RemoveExpiredInsights(algorithm.UtcTime).Select(insight => insight.Symbol).Distinct())
        {
            if (!refused.Contains(symbol) && !algorithm.Insights.HasActiveInsights(symbol, algorithm.UtcTime))
                targets.Add(new PortfolioTarget(symbol, 0));
        }

        return targets;
    }

    public virtual void OnSecuritiesChanged(QCAlgorithm algorithm, SecurityChanges changes)
    {
        Algorithm ??= algorithm;
        _hasSecurityChanges = changes != SecurityChanges.None;
        algorithm?.Insights.Expire(changes.RemovedSecurities.Select(security => security.Symbol));
    }

    protected virtual List<Insight> GetTargetInsights() =>
    [
        .. Algorithm.Insights.GetActiveInsights(Algorithm.UtcTime)
            .Where(ShouldCreateTargetForInsight)
            .GroupBy(insight => insight.Symbol)
            .Select(same => same.OrderBy(insight => insight.GeneratedTimeUtc).Last())
    ];

    protected virtual bool ShouldCreateTargetForInsight(Insight insight) => true;

    protected virtual Dictionary<Insight, double> DetermineTargetPercent(List<Insight> activeInsights) =>
        throw new NotImplementedException("A portfolio construction model needs its own DetermineTargetPercent.");

    protected virtual bool IsRebalanceDue(Insight[] insights, DateTime algorithmUtc)
    {
        if (_nextRebalance is null)
        {
            RefreshRebalance(algorithmUtc);
            return true;
        }

        if (_rebalanceUtc is null)
        {
            _rebalanceUtc = _nextRebalance(algorithmUtc);
            if (_rebalanceUtc <= algorithmUtc)
            {
                // Asked once a step: the next answer belongs to the next one.
                _rebalanceUtc = null;
                _hasSecurityChanges = false;
                return true;
            }
        }

        var isDue = _rebalanceUtc <= algorithmUtc
            || (RebalanceOnSecurityChanges && _hasSecurityChanges)
            || (RebalanceOnInsightChanges && (insights.Length > 0 || Algorithm.Insights.GetNextExpiryTime() < algorithmUtc));
        if (isDue)
            RefreshRebalance(algorithmUtc);
        return isDue;
    }

    protected void RefreshRebalance(DateTime algorithmUtc)
    {
        if (_nextRebalance is not null)
            _rebalanceUtc = _nextRebalance(algorithmUtc);
        _hasSecurityChanges = false;
    }

    // LEAN converts a Python date rule, function or timedelta.
    protected void SetRebalancingFunc(PyObject rebalance) => throw Declared.Only();
}
