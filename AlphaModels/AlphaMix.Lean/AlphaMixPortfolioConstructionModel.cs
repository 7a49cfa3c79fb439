using Python.Runtime;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean;

/// <summary>
/// Holds what the insights weigh. Listens to every alpha model at once: a symbol's target is the mixture of what each says of it, not the
/// last word (LEAN issue 8630), and a model's part of the portfolio can follow its realised record (LEAN issue 3817).
/// </summary>
/// <remarks>
/// <para>Each alpha model's active insights, the newest of each symbol, make a book: an insight's <c>Weight</c> in its direction, or an equal part for
/// insights without one; a book of more than 1 in size is scaled down to 1. The target is the share-weighted sum of the books, so the weights never
/// exceed 1. Models without an active insight have no share.</para>
/// <para>Records use only prices of the past: a book's return from one call to the next, at the prices seen then. They need Adjusted prices.</para>
/// <para>A name whose insights have expired goes to 0, and so does a removed or delisted one; a name without a price gets no target.</para>
/// </remarks>
public class AlphaMixPortfolioConstructionModel : PortfolioConstructionModel
{
    private readonly AlphaMixPortfolioOptions _options;
    private readonly SortedDictionary<string, SourceRecord> _records = new(StringComparer.Ordinal);
    private readonly HashSet<Symbol> _managed = [];
    private QCAlgorithm? _algorithm;
    private bool _isDue;
    private bool _hasAdopted;
    private List<Candidate> _merged = [];

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class.</summary>
    /// <param name="rebalance">The longest time between two rebalancings; new and expired insights and security changes rebalance as well.</param>
    /// <param name="portfolioBias">The sides that may be held.</param>
    public AlphaMixPortfolioConstructionModel(Resolution rebalance = Resolution.Daily, PortfolioBias portfolioBias = PortfolioBias.LongShort)
        : this(new AlphaMixPortfolioOptions { Bias = portfolioBias }, rebalance)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class.</summary>
    /// <param name="options">How insights become weights.</param>
    /// <param name="rebalance">The longest time between two rebalancings; new and expired insights and security changes rebalance as well.</param>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public AlphaMixPortfolioConstructionModel(AlphaMixPortfolioOptions options, Resolution rebalance = Resolution.Daily)
        : this(After(rebalance), options)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class.</summary>
    /// <param name="rebalance">Gives the next rebalancing, UTC, or null when not known yet; null rebalances on every slice.</param>
    /// <param name="options">How insights become weights; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public AlphaMixPortfolioConstructionModel(Func<DateTime, DateTime?>? rebalance, AlphaMixPortfolioOptions? options = null)
        : base(rebalance)
    {
        _options = options ?? new AlphaMixPortfolioOptions();
        _options.Validate();
    }

    /// <summary>Initializes a new instance of the <see cref="AlphaMixPortfolioConstructionModel"/> class from Python.</summary>
    /// <param name="rebalance">A date rule, a timedelta or a function of the time in UTC.</param>
    /// <param name="portfolioBias">The sides that may be held.</param>
    public AlphaMixPortfolioConstructionModel(PyObject rebalance, PortfolioBias portfolioBias = PortfolioBias.LongShort)
        : this((Func<DateTime, DateTime?>?)null, new AlphaMixPortfolioOptions { Bias = portfolioBias })
    {
        SetRebalancingFunc(rebalance);
    }

    /// <summary>Gets the share of the portfolio that each alpha model had at the last rebalancing, by <c>SourceModel</c>.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; private set; } = new Dictionary<string, double>();

    /// <summary>Gives the targets.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="insights">The new insights.</param>
    /// <returns>One target a symbol; empty when no rebalancing is due.</returns>
    public override IEnumerable<IPortfolioTarget> CreateTargets(QCAlgorithm algorithm, Insight[] insights)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        _algorithm = algorithm;
        _isDue = false;
        foreach (var record in _records.Values)
            record.Settle(algorithm, _options.RecordHalfLifeDays);

        var targets = base.CreateTargets(algorithm, insights).ToList();
        if (!_isDue)
            return targets;
        if (_options.Slow)
            targets = SlowTargets.Of(algorithm, _merged, _options);
        AddLeftovers(algorithm, targets);
        if (!_options.Slow)
            TurnoverLimit.Apply(algorithm, targets, _options.MaxTurnover);
        return targets;
    }

    /// <inheritdoc/>
    protected override bool IsRebalanceDue(Insight[] insights, DateTime algorithmUtc) => _isDue = base.IsRebalanceDue(insights, algorithmUtc);

    /// <summary>Gives the newest active insight of each symbol and alpha model.</summary>
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

    /// <summary>Mixes the books of all alpha models.</summary>
    /// <param name="activeInsights">The newest active insight of each symbol and alpha model.</param>
    /// <returns>One insight a symbol with its target weight; the weights' sizes sum to at most 1.</returns>
    protected override Dictionary<Insight, double> DetermineTargetPercent(List<Insight> activeInsights)
    {
        ArgumentNullException.ThrowIfNull(activeInsights);
        var sources = activeInsights.GroupBy(insight => insight.SourceModel ?? "").ToDictionary(source => source.Key, Book, StringComparer.Ordinal);
        Shares = Share(sources.Keys);
        Follow(sources);
        _merged = [];
        var longs = new List<Candidate>();
        var shorts = new List<Candidate>();
        var result = new Dictionary<Insight, double>(activeInsights.Count);
        foreach (var symbol in activeInsights.GroupBy(insight => insight.Symbol))
        {
            var candidate = Merge([.. symbol], sources);
            _merged.Add(candidate);
            if (candidate.Direction == InsightDirection.Flat)
                result[candidate.Insight] = 0;
            else
                (candidate.Direction == InsightDirection.Up ? longs : shorts).Add(candidate);
        }

        TopKRule.Apply(longs, _options.TopK, _options.HoldingBuffer, (candidate, weight) => result[candidate.Insight] = weight);
        TopKRule.Apply(shorts, _options.TopK, _options.HoldingBuffer, (candidate, weight) => result[candidate.Insight] = weight);
        foreach (var (insight, weight) in result)
        {
            if (weight != 0)
                _managed.Add(insight.Symbol);
        }

        return result;
    }

    private static Func<DateTime, DateTime?> After(Resolution resolution)
    {
        var span = resolution switch
        {
            Resolution.Daily => TimeSpan.FromDays(1),
            Resolution.Hour => TimeSpan.FromHours(1),
            Resolution.Minute => TimeSpan.FromMinutes(1),
            _ => TimeSpan.FromSeconds(1)
        };
        return utc => utc + span;
    }

    /// <summary>Gives the weights that one alpha model's insights ask for, by symbol, at most 1 in size together.</summary>
    private Dictionary<Symbol, double> Book(IEnumerable<Insight> source)
    {
        var insights = source.ToArray();
        var told = insights.Count(insight => Side(insight) != 0);
        var book = insights.ToDictionary(
            insight => insight.Symbol, insight => Side(insight) * Math.Abs(insight.Weight ?? 1.0 / Math.Max(told, 1)));
        var size = book.Values.Sum(Math.Abs);
        if (size > 1)
        {
            foreach (var symbol in book.Keys.ToArray())
                book[symbol] /= size;
        }

        return book;
    }

    /// <summary>Gives the sign of an insight, 0 when the bias forbids its side.</summary>
    private int Side(Insight insight) =>
        _options.Bias == PortfolioBias.LongShort || (int)insight.Direction == (int)_options.Bias ? (int)insight.Direction : 0;

    private SortedDictionary<string, double> Share(IEnumerable<string> sources)
    {
        var shares = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var source in sources)
            shares.Add(source, 0);
        if (shares.Count == 0)
            return shares;
        var quality = shares.Keys.ToDictionary(source => source, source => _records.TryGetValue(source, out var record) ? record.Quality : 0, StringComparer.Ordinal);
        var best = quality.Values.Max();
        foreach (var source in shares.Keys.ToArray())
        {
            shares[source] = _options.Mixture switch
            {
                SourceMixture.Equal => 1,
                SourceMixture.Record => Math.Exp(_options.RecordSharpness * (quality[source] - best)),
                _ => quality[source] == best ? 1 : 0
            };
        }

        var total = shares.Values.Sum();
        foreach (var source in shares.Keys.ToArray())
            shares[source] /= total;
        return shares;
    }

    /// <summary>Starts the next stretch of every record: what each alpha model asks for now earns from now on.</summary>
    private void Follow(Dictionary<string, Dictionary<Symbol, double>> sources)
    {
        if (_options.Mixture == SourceMixture.Equal)
            return;
        foreach (var source in sources.Keys)
            _records.TryAdd(source, new SourceRecord());
        foreach (var (source, record) in _records)
            record.Hold(_algorithm!, sources.GetValueOrDefault(source, []));
    }

    private Candidate Merge(Insight[] insights, Dictionary<string, Dictionary<Symbol, double>> sources)
    {
        double weight = 0, confidence = 0;
        foreach (var insight in insights)
        {
            var share = Shares[insight.SourceModel ?? ""];
            weight += share * sources[insight.SourceModel ?? ""][insight.Symbol];
            confidence += share * (insight.Confidence ?? 0);
        }

        var newest = insights.OrderBy(insight => insight.GeneratedTimeUtc).Last();
        var direction = weight == 0 ? (InsightDirection)Side(newest) : weight > 0 ? InsightDirection.Up : InsightDirection.Down;
        var held = _algorithm!.Securities.TryGetValue(newest.Symbol, out var security) ? security.Holdings.Quantity : 0;
        return new Candidate(newest, direction, weight, confidence, Math.Sign(held) == (int)direction && held != 0);
    }

    /// <summary>Sells what is left of names that this model bought and no insight speaks of: cut short by the turnover limit, or never filled.</summary>
    private void AddLeftovers(QCAlgorithm algorithm, List<IPortfolioTarget> targets)
    {
        if (_options.AdoptHoldings && !_hasAdopted)
        {
            foreach (var security in algorithm.Securities.Values.Where(security => security.Holdings.Quantity != 0))
                _managed.Add(security.Symbol);
        }

        _hasAdopted = true;
        var aimed = targets.Select(target => target.Symbol).ToHashSet();
        foreach (var symbol in _managed.Where(symbol => !aimed.Contains(symbol)).OrderBy(symbol => symbol.ID.Symbol, StringComparer.Ordinal).ToArray())
        {
            if (!algorithm.Securities.TryGetValue(symbol, out var security) || security.Holdings.Quantity == 0)
                _managed.Remove(symbol);
            else if (!algorithm.Insights.HasActiveInsights(symbol, algorithm.UtcTime))
                targets.Add(new PortfolioTarget(symbol, 0m));
        }
    }
}
