using System.Runtime.CompilerServices;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Handover;

/// <summary>
/// Passes the alpha models' days to the portfolio model of the same algorithm, by the name that their insights carry as <c>SourceModel</c>:
/// LEAN has no typed channel between the two, and composite models, Python wrappers and cloned insights keep that name. One board an
/// algorithm, collected with it.
/// </summary>
internal sealed class HandoverBoard
{
    private static readonly ConditionalWeakTable<QCAlgorithm, HandoverBoard> Boards = [];

    private readonly Dictionary<string, object> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RankedDay> _days = new(StringComparer.Ordinal);

    /// <summary>Returns the algorithm's board.</summary>
    public static HandoverBoard Find(QCAlgorithm algorithm) => Boards.GetValue(algorithm, static _ => new HandoverBoard());

    /// <summary>Returns the name for a model's insights: its own, or with a number behind it when another model has that.</summary>
    public string Claim(object model, string name)
    {
        var free = name;
        for (var number = 2; _owners.TryGetValue(free, out var owner) && !ReferenceEquals(owner, model); number++)
            free = $"{name}#{number}";
        _owners[free] = model;
        return free;
    }

    /// <summary>Posts a model's day, in place of its previous one.</summary>
    public void Post(string source, RankedDay day) => _days[source] = day;

    /// <summary>Returns the last day that a model posted, or null.</summary>
    public RankedDay? Read(string source) => _days.GetValueOrDefault(source);
}
