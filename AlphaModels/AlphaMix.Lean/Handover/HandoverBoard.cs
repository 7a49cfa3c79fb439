using System.Runtime.CompilerServices;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Handover;

/// <summary>
/// Where the alpha models of an algorithm leave their day for the portfolio model, under the name that their insights carry as
/// <c>SourceModel</c>. So it arrives whatever lies between the two: a composite alpha model, a Python wrapper, cloned insights. One board
/// an algorithm; it lives as long.
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

    /// <summary>Leaves a model's day; the one before is replaced.</summary>
    public void Post(string source, RankedDay day) => _days[source] = day;

    /// <summary>Returns the last day of a model, or null when it hands over none.</summary>
    public RankedDay? Read(string source) => _days.GetValueOrDefault(source);
}
