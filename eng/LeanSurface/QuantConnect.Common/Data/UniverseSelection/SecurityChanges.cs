using System.Collections.Generic;
using QuantConnect.Securities;

namespace QuantConnect.Data.UniverseSelection;

// Behaving, without internal securities.
public class SecurityChanges
{
    public static readonly SecurityChanges None = new([], []);

    private SecurityChanges(IReadOnlyCollection<Security> added, IReadOnlyCollection<Security> removed)
    {
        AddedSecurities = [.. added];
        RemovedSecurities = [.. removed];
    }

    public IReadOnlyList<Security> AddedSecurities { get; }

    public IReadOnlyList<Security> RemovedSecurities { get; }

    public int Count => AddedSecurities.Count + RemovedSecurities.Count;

    public static SecurityChanges Create(
        IReadOnlyCollection<Security> additions, IReadOnlyCollection<Security> removals,
        IReadOnlyCollection<Security> internalAdditions, IReadOnlyCollection<Security> internalRemovals) => new(additions, removals);
}
