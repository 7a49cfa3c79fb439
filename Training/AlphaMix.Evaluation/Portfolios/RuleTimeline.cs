using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>
/// The portfolio rules of dated pools: on each decision day that of the pool in force, as the plugin hands it over. The rule of a single
/// pool is a timeline of one. Immutable; safe to share between threads.
/// </summary>
/// <remarks>
/// The rules differ in parameters alone: name and <see cref="IPortfolioRule.ScoreDays"/> are those of the first, since scores are averaged
/// across a change of pools. A change rebuilds nothing by itself: the next rule decides about what is held.
/// </remarks>
internal sealed class RuleTimeline
{
    /// <summary>Initializes a new instance of the <see cref="RuleTimeline"/> class with one rule for all days.</summary>
    public RuleTimeline(IPortfolioRule rule)
        : this([new(DateOnly.MinValue, rule)])
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RuleTimeline"/> class.</summary>
    /// <param name="rules">Rules with their first decision days, ascending; at least one. The first also decides on days before
    /// its own.</param>
    public RuleTimeline(IEnumerable<KeyValuePair<DateOnly, IPortfolioRule>> rules)
    {
        var entries = new List<KeyValuePair<DateOnly, IPortfolioRule>>();
        foreach (var entry in rules)
        {
            ArgumentNullException.ThrowIfNull(entry.Value, nameof(rules));
            if (entries.Count == 0 || !entries[^1].Value.Parameters.Equals(entry.Value.Parameters))
                entries.Add(entry);
        }

        Entries = entries;
    }

    /// <summary>Gets the rules with their first decision days; one that equals the rule before has none of its own.</summary>
    public IReadOnlyList<KeyValuePair<DateOnly, IPortfolioRule>> Entries { get; }

    /// <summary>Gets the first rule: it stands for all where name, kind or days of averaging are asked for.</summary>
    public IPortfolioRule First => Entries[0].Value;

    /// <summary>Returns the rule that decides on a day.</summary>
    public IPortfolioRule At(DateOnly day)
    {
        var last = Entries.Count - 1;
        while (last > 0 && Entries[last].Key > day)
            last--;
        return Entries[last].Value;
    }

    /// <summary>Returns a timeline with every rule changed.</summary>
    public RuleTimeline Select(Func<IPortfolioRule, IPortfolioRule> change) =>
        new(Entries.Select(entry => KeyValuePair.Create(entry.Key, change(entry.Value))));
}
