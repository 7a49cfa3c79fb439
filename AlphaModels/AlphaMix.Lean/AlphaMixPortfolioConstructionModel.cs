using System.Runtime.CompilerServices;
using AlphaMix.Core.Portfolios;
using AlphaMix.Lean.Handover;
using AlphaMix.Lean.Portfolios;
using Python.Runtime;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;
using QuantConnect.Data.UniverseSelection;

namespace AlphaMix.Lean;

/// <summary>
/// Turns the days of alpha models into targets. An <see cref="AlphaMixAlphaModel"/> hands over its day's ranking and its pool's portfolio
/// rule, and that rule decides; of any other alpha model the insights' weights count. Several alpha models share the portfolio.
/// </summary>
/// <remarks>
/// <para>Alone, a rule decides with the weights that are held, as in the simulator: what it leaves alone keeps its shares, and what it
/// resizes gets a percentage of the portfolio. Beside others it trades a part of its own, whose weights drift with prices as if it were a
/// portfolio.</para>
/// <para>Of an alpha model without a rule the newest active insight of each symbol counts (LEAN issue 8630): its <c>Weight</c> in its
/// direction, or an equal part for insights without one, scaled down to 1 in size. The target is the share-weighted sum over all alpha
/// models with an active insight; shares follow <see cref="AlphaMixPortfolioOptions.Mixture"/> (LEAN issue 3817).</para>
/// <para>Records use only prices of the past: returns from one call to the next, at the prices seen then. They need Adjusted prices.</para>
/// <para>A name that no rule holds and whose insights have expired goes to 0, and so does a removed or delisted one; a name without a price
/// gets no target.</para>
/// <para>Nothing is traded before the first insight: after a live restart the portfolio stays as it is until then. Live, records and parts
/// follow splits and dividends, and outlive a restart with <see cref="AlphaMixPortfolioOptions.StateKey"/>.</para>
/// </remarks>
public class AlphaMixPortfolioConstructionModel : PortfolioConstructionModel
{
    private readonly AlphaMixPortfolioOptions _options;
    private readonly SourceSet _sources;
    private readonly HashSet<Symbol> _managed = [];

    // Weights of positions that a rule holds and no insight is about.
    private readonly Dictionary<Symbol, double> _withoutInsight = [];
    private QCAlgorithm? _algorithm;
    private RankedDay? _day;
    private PortfolioPlan? _changes;
    private bool _isDue;
    private bool _hasAdopted;
    private bool _hasInsights;

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class.</summary>
    /// <param name="rebalance">
    /// The longest time between two rebalancings; new and expired insights and security changes rebalance as well.
    /// </param>
    /// <param name="portfolioBias">The sides that may be held; positions of the other side are left out.</param>
    public AlphaMixPortfolioConstructionModel(
        Resolution rebalance = Resolution.Daily, PortfolioBias portfolioBias = PortfolioBias.LongShort)
        : this(new AlphaMixPortfolioOptions { Bias = portfolioBias }, rebalance)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class.</summary>
    /// <param name="options">How the portfolio is shared and limited.</param>
    /// <param name="rebalance">
    /// The longest time between two rebalancings; new and expired insights and security changes rebalance as well.
    /// </param>
    /// <exception cref="ArgumentException">The options are not valid; the message names all faults.</exception>
    public AlphaMixPortfolioConstructionModel(AlphaMixPortfolioOptions options, Resolution rebalance = Resolution.Daily)
        : this(RebalanceRule.After(rebalance), options)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class.</summary>
    /// <param name="rebalance">Returns the next rebalancing, UTC, or null when not known yet; null rebalances on every slice.</param>
    /// <param name="options">How the portfolio is shared and limited; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message names all faults.</exception>
    public AlphaMixPortfolioConstructionModel(Func<DateTime, DateTime?>? rebalance, AlphaMixPortfolioOptions? options = null)
        : base(rebalance)
    {
        _options = options ?? new AlphaMixPortfolioOptions();
        _options.Validate();
        _sources = new SourceSet(_options.Mixture);
        Memory = new PortfolioMemory(_options.StateKey, _options.Mixture, _sources, _managed);
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class from Python, where options come here too.
    /// </summary>
    /// <param name="rebalance">
    /// Options, with which the portfolio is rebalanced daily; or a date rule, a timedelta, a function of the time in UTC, or None, which
    /// rebalances on every slice.
    /// </param>
    /// <param name="portfolioBias">The sides that may be held; with options, <see cref="AlphaMixPortfolioOptions.Bias"/> says it.</param>
    /// <exception cref="ArgumentException">
    /// It is none of these; or the options are not valid, or come with another bias than their own.
    /// </exception>
    public AlphaMixPortfolioConstructionModel(PyObject rebalance, PortfolioBias portfolioBias = PortfolioBias.LongShort)
        : this(RebalanceRule.Options(rebalance), rebalance, portfolioBias)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class from Python.</summary>
    /// <param name="rebalance">
    /// A Resolution, a date rule, a timedelta, a function of the time in UTC, or None, which rebalances on every slice.
    /// </param>
    /// <param name="options">How the portfolio is shared and limited.</param>
    /// <exception cref="ArgumentException">It is no such rule, or the options are not valid.</exception>
    public AlphaMixPortfolioConstructionModel(PyObject rebalance, AlphaMixPortfolioOptions options)
        : this(RebalanceRule.From(rebalance), options)
    {
    }

    private AlphaMixPortfolioConstructionModel(AlphaMixPortfolioOptions? options, PyObject rebalance, PortfolioBias portfolioBias)
        : this(
            options is null ? RebalanceRule.From(rebalance) : RebalanceRule.After(Resolution.Daily),
            options ?? new AlphaMixPortfolioOptions { Bias = portfolioBias })
    {
        if (options is not null && portfolioBias != PortfolioBias.LongShort && portfolioBias != options.Bias)
            throw new ArgumentException(
                $"{nameof(portfolioBias)}: the options have the bias {options.Bias}, found {portfolioBias}; set it in the options.",
                nameof(portfolioBias));
    }

    /// <summary>
    /// Gets the share of the portfolio that each alpha model had at the last rebalancing, by <c>SourceModel</c>: not negative, sum 1. Alpha
    /// models without an active insight are not in it; empty before the first.
    /// </summary>
    public IReadOnlyDictionary<string, double> Shares { get; private set; } = new Dictionary<string, double>();

    /// <summary>Gets the target weights of the last rebalancing that no insight is about, by symbol.</summary>
    internal IReadOnlyDictionary<Symbol, double> WithoutInsight => _withoutInsight;

    /// <summary>Gets what outlives a restart.</summary>
    internal PortfolioMemory Memory { get; }

    /// <summary>Creates the targets, when a rebalancing is due.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="insights">The new insights.</param>
    /// <returns>At most one target a symbol, in shares; empty when no rebalancing is due.</returns>
    /// <exception cref="InvalidOperationException">
    /// The mixture's shares are negative or do not sum to 1, or a portfolio rule named a security twice.
    /// </exception>
    public override IEnumerable<IPortfolioTarget> CreateTargets(QCAlgorithm algorithm, Insight[] insights)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        _algorithm = algorithm;
        _isDue = false;
        Memory.Read(algorithm);
        if (insights.Length > 0)
            Memory.Restore(algorithm);
        FollowPriceScale(algorithm);
        _sources.Settle(algorithm);

        var targets = base.CreateTargets(algorithm, insights).ToList();
        if (!_isDue)
            return targets;
        if (_changes is not null)
            targets = ChangesOnly(algorithm, _changes);
        else
            AddWithoutInsight(algorithm, targets);
        AddLeftovers(algorithm, targets);
        if (_day?.Rule is not RankBuffer)
            TurnoverLimit.Apply(algorithm, targets, _options.MaxTurnover);
        Memory.Save(algorithm);
        return targets;
    }

    /// <summary>Reads what outlives a restart, and lets go of removed securities.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="changes">The securities added and removed.</param>
    /// <exception cref="InvalidDataException">
    /// What was saved under <see cref="AlphaMixPortfolioOptions.StateKey"/> is damaged, or of another mixture or a newer library.
    /// </exception>
    public override void OnSecuritiesChanged(QCAlgorithm algorithm, SecurityChanges changes)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        base.OnSecuritiesChanged(algorithm, changes);
        Memory.Read(algorithm);
    }

    /// <summary>
    /// Returns whether it is this very object: LEAN's wrapper compares Python objects, and there is none behind a C# model.
    /// </summary>
    /// <param name="obj">The other object.</param>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    protected override bool IsRebalanceDue(Insight[] insights, DateTime algorithmUtc)
    {
        ArgumentNullException.ThrowIfNull(insights);
        _hasInsights |= insights.Length > 0;
        return _isDue = base.IsRebalanceDue(insights, algorithmUtc) && _hasInsights;
    }

    /// <summary>Returns the newest active insight of each symbol and alpha model.</summary>
    protected override List<Insight> GetTargetInsights()
    {
        var utc = _algorithm!.UtcTime;
        return
        [
            .. _algorithm.Insights.GetActiveInsights(utc)
                .Where(ShouldCreateTargetForInsight)
                .GroupBy(insight => (insight.Symbol, insight.SourceModel))
                .Select(same => same.OrderBy(insight => insight.GeneratedTimeUtc).Last())
        ];
    }

    /// <summary>Decides the portfolio: by the only alpha model's rule, or by all alpha models together.</summary>
    /// <param name="activeInsights">The newest active insight of each symbol and alpha model.</param>
    /// <returns>
    /// One insight a symbol with its target weight, negative for a short position. Positions without an insight, and those in shares, are
    /// not in it.
    /// </returns>
    protected override Dictionary<Insight, double> DetermineTargetPercent(List<Insight> activeInsights)
    {
        ArgumentNullException.ThrowIfNull(activeInsights);
        _withoutInsight.Clear();
        (_changes, _day) = (null, null);
        var bySource = activeInsights.GroupBy(insight => insight.SourceModel ?? "")
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .ToArray();
        foreach (var source in bySource)
            _sources.Find(source.Key);
        Shares = _sources.Share(Array.ConvertAll(bySource, source => source.Key));

        // An alpha model that ever had company keeps a part of its own: what is held is not what its rule decided.
        var board = HandoverBoard.Find(_algorithm!);
        _day = _sources.Count == 1 && _options.TopK == 0 && bySource.Length == 1 ? board.Read(bySource[0].Key) : null;
        var result = _day is null ? Mix(bySource, activeInsights, board) : DecideAlone(bySource[0].Key, _day, activeInsights);
        foreach (var (insight, weight) in result)
        {
            if (weight != 0)
                _managed.Add(insight.Symbol);
        }

        return result;
    }

    /// <summary>Brings paper prices to today's scale. In a backtest Adjusted prices are on one scale from the start.</summary>
    private void FollowPriceScale(QCAlgorithm algorithm)
    {
        if (!Memory.IsLive(algorithm) || algorithm.CurrentSlice is not { } slice)
            return;
        foreach (var (symbol, factor) in PriceScale.In(slice))
            _sources.Rescale(symbol, factor);
    }

    private bool IsAllowed(PlannedPosition position) => InsightBook.IsAllowed(position.Side, _options.Bias);

    /// <summary>Lets a rule that has the whole portfolio decide.</summary>
    private Dictionary<Insight, double> DecideAlone(string name, RankedDay day, List<Insight> activeInsights)
    {
        var (plan, tradesChangesOnly) = _sources.Find(name).DecideAlone(_algorithm!, day, _options.MaxTurnover);
        var book = Book(plan, day.Names, activeInsights);
        _sources.Follow(_algorithm!, new() { [name] = book });
        if (tradesChangesOnly)
        {
            _changes = plan;
            return [];
        }

        var named = activeInsights.Select(insight => insight.Symbol).ToHashSet();
        foreach (var (symbol, weight) in book.Where(position => !named.Contains(position.Key)))
            _withoutInsight.Add(symbol, weight);
        return activeInsights.ToDictionary(insight => insight, insight => book.GetValueOrDefault(insight.Symbol));
    }

    /// <summary>Adds up the books of all alpha models, by their shares.</summary>
    private Dictionary<Insight, double> Mix(IGrouping<string, Insight>[] bySource, List<Insight> activeInsights, HandoverBoard board)
    {
        var books = bySource.ToDictionary(source => source.Key, source => Book(source, board), StringComparer.Ordinal);
        _sources.Follow(_algorithm!, books);
        var result = new Dictionary<Insight, double>(activeInsights.Count);
        var longs = new List<Candidate>();
        var shorts = new List<Candidate>();
        foreach (var candidate in BookMerger.Merge(_algorithm!, activeInsights, books, Shares, _options.Bias))
        {
            if (candidate.Direction == InsightDirection.Flat)
                Assign(candidate, 0);
            else
                (candidate.Direction == InsightDirection.Up ? longs : shorts).Add(candidate);
        }

        TopKRule.Apply(longs, _options.TopK, _options.HoldingBuffer, Assign);
        TopKRule.Apply(shorts, _options.TopK, _options.HoldingBuffer, Assign);
        return result;

        void Assign(Candidate candidate, double weight)
        {
            if (candidate.Insight is { } insight)
                result[insight] = weight;
            else if (weight != 0)
                _withoutInsight[candidate.Symbol] = weight;
        }
    }

    private Dictionary<Symbol, double> Book(IGrouping<string, Insight> source, HandoverBoard board) => board.Read(source.Key) is { } day
        ? Book(_sources.Find(source.Key).DecideShared(_algorithm!, day, _options.AdoptHoldings), day.Names, source)
        : InsightBook.Create(source, _options.Bias);

    /// <summary>Returns a plan's weights in the order of the insights: sums over them have the same bits whoever wrote the book.</summary>
    private Dictionary<Symbol, double> Book(PortfolioPlan plan, Symbol[] names, IEnumerable<Insight> insights)
    {
        var weights = plan.Positions.Where(position => position.Weight != 0 && IsAllowed(position))
            .ToDictionary(position => names[position.Name], position => position.Weight);
        var named = insights.Select(insight => insight.Symbol).Where(weights.ContainsKey);
        return named.Union(weights.Keys).ToDictionary(symbol => symbol, symbol => weights[symbol]);
    }

    /// <summary>Creates the targets of a plan that leaves positions alone: what it holds or enters, and 0 for what else is held.</summary>
    private List<IPortfolioTarget> ChangesOnly(QCAlgorithm algorithm, PortfolioPlan plan)
    {
        var targets = ShareTargets.Create(algorithm, _day!, plan, IsAllowed).ToList();
        var planned = targets.Select(target => target.Symbol).ToHashSet();
        _managed.UnionWith(planned);
        foreach (var symbol in _day!.Names.Where(symbol => !planned.Contains(symbol)))
        {
            var isHeld = ActualHoldings.Quantity(algorithm, symbol) != 0;
            if (isHeld || _managed.Contains(symbol))
                targets.Add(new PortfolioTarget(symbol, 0m));
            if (!isHeld)
                _managed.Remove(symbol);
        }

        return targets;
    }

    /// <summary>Adds the targets of positions that a rule holds and no insight is about.</summary>
    private void AddWithoutInsight(QCAlgorithm algorithm, List<IPortfolioTarget> targets)
    {
        targets.RemoveAll(target => _withoutInsight.ContainsKey(target.Symbol));
        _managed.UnionWith(_withoutInsight.Keys);
        var own = _withoutInsight.Select(position => PortfolioTarget.Percent(algorithm, position.Key, position.Value));
        targets.AddRange(own.Where(target => target is not null));
    }

    /// <summary>
    /// Sells what is left of names that this model bought and no insight is about: cut short by the turnover limit, or never filled.
    /// </summary>
    private void AddLeftovers(QCAlgorithm algorithm, List<IPortfolioTarget> targets)
    {
        if (_options.AdoptHoldings && !_hasAdopted)
        {
            foreach (var security in algorithm.Securities.Values.Where(security => security.Holdings.Quantity != 0))
                _managed.Add(security.Symbol);
        }

        _hasAdopted = true;
        var aimed = targets.Select(target => target.Symbol).ToHashSet();
        var unaimed = _managed.Where(symbol => !aimed.Contains(symbol)).OrderBy(symbol => symbol.ID.Symbol, StringComparer.Ordinal);
        foreach (var symbol in unaimed.ToArray())
        {
            if (ActualHoldings.Quantity(algorithm, symbol) == 0)
                _managed.Remove(symbol);
            else if (!algorithm.Insights.HasActiveInsights(symbol, algorithm.UtcTime))
                targets.Add(new PortfolioTarget(symbol, 0m));
        }
    }
}
