using AlphaMix.Cli.Console;
using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Journals;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Cli.Sessions;

/// <summary>What is asked of an evaluation; null takes the default.</summary>
internal sealed record EvaluationRequest
{
    /// <summary>Gets the first decision day; null for the first day that the pools may trade.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the first day after the decisions; null for all days of the data.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets the routers, separated by commas; null for all that the pools have.</summary>
    public string? Routers { get; init; }

    /// <summary>Gets the names held; null for the pool's. For the daily rule alone.</summary>
    public int? TopK { get; init; }

    /// <summary>Gets a value indicating whether a name is held until its rank leaves 2k. For the daily rule alone.</summary>
    public bool Buffer { get; init; }

    /// <summary>Gets when orders fill; null as the pool's label begins.</summary>
    public FillRule? Fill { get; init; }

    /// <summary>Gets the costs in basis points a side; null for 0 with the daily rule, and 0, 5 and 10 with others.</summary>
    public IReadOnlyList<double>? CostsBps { get; init; }

    /// <summary>Gets the cost of a share, in dollars.</summary>
    public double CostPerShare { get; init; }

    /// <summary>Gets cost models that stand in the place of <see cref="CostsBps"/> and <see cref="CostPerShare"/>; empty for
    /// none.</summary>
    public IReadOnlyList<ICostModel> CostModels { get; init; } = [];

    /// <summary>Gets mixtures, each of which divides one more strategy's portfolio among the routers, by their texts.</summary>
    public IReadOnlyDictionary<string, IStrategyMixture> Mixtures { get; init; } = new Dictionary<string, IStrategyMixture>();

    /// <summary>Gets the journal whose entries are judged in the place of the pools' scores; null for the pools'.</summary>
    public JournalRequest? Journal { get; init; }

    /// <summary>Gets the entries of the journal that are judged; null without one.</summary>
    public IReadOnlyList<JournalEntry>? Entries { get; init; }

    /// <summary>Gets what of the journal is judged, and what not; null without one.</summary>
    public JournalAudit? Audit { get; init; }

    /// <summary>Gets the level of the verdict.</summary>
    public double Level { get; init; } = Verdict.DefaultLevel;

    /// <summary>Gets the number of configurations tried on the days, this one included; null when not counted.</summary>
    public int? Trials { get; init; }

    /// <summary>Gets a value indicating whether days that entered a fit may be evaluated.</summary>
    public bool AllowInSample { get; init; }

    /// <summary>Gets a value indicating whether the choice among the groups is cross-validated, on the validation span too.</summary>
    public bool WithOverfitting { get; init; }

    /// <summary>Gets a value indicating whether comparators stand beside the routers.</summary>
    public bool WithComparators { get; init; }

    /// <summary>Gets a value indicating whether the sections of extensions are created, for the JSON.</summary>
    public bool WithSections { get; init; }

    /// <summary>Gets what the pools' names stand for.</summary>
    public ExtensionSet Extensions { get; init; } = BuiltIn.Extensions;

    /// <summary>Gets the number of threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Returns the costs for a rule, the highest last.</summary>
    public IReadOnlyList<ICostModel> Costs(IPortfolioRule rule) =>
        CostModels.Count > 0 ? [.. CostModels.OrderBy(model => model.ExpectedBps)] :
    [
        .. (CostsBps ?? (rule is DailyTopK ? [0] : [0, 5, 10]))
            .Order()
            .Select(bps => new ProportionalCosts { Bps = bps, PerShare = CostPerShare })
    ];

    /// <summary>Returns the rule that trades: the pool's, with what was asked for in its place.</summary>
    /// <exception cref="UsageException">An option does not fit the rule.</exception>
    public IPortfolioRule RuleFor(IPortfolioRule rule)
    {
        if (TopK is null && !Buffer)
            return rule;
        if (rule is not DailyTopK daily)
            throw new UsageException(
                $"{(TopK is null ? "--buffer" : "--top-k")}: the pool trades by {rule.Name}, which sets that itself. "
                + "Leave the option out; docs/practical.md says what can be set in the configuration.");
        return TopK is null or >= 1
            ? daily with { TopK = TopK ?? daily.TopK, Buffer = Buffer }
            : throw new UsageException($"--top-k must be at least 1, found {TopK}.");
    }

    /// <summary>Returns the routers asked for.</summary>
    /// <exception cref="UsageException">One is not among those there are, or a mixture would have a single one.</exception>
    public IReadOnlyList<string> RoutersAmong(IReadOnlyList<string> known)
    {
        IReadOnlyList<string> routers = Routers is null
            ? known
            : [.. Routers.Split(',', StringSplitOptions.TrimEntries).Select(name => RouterText.Parse(name, known)).Distinct()];
        return routers.Count > 1 || Mixtures.Count == 0
            ? routers
            : throw new UsageException(
                $"--mixture {Mixtures.Keys.First()}: a mixture divides a portfolio among the strategies of at least two routers, found "
                    + $"{string.Join(", ", routers)} alone. "
                    + (known.Count > 1 ? $"This pool has {string.Join(", ", known)}: pass more to --router." : "This pool has no other."));
    }
}
