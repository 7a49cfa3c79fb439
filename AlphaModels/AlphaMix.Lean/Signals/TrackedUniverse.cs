using AlphaMix.Core.Signals;
using QuantConnect;

namespace AlphaMix.Lean.Signals;

/// <summary>The securities that are scored, by symbol, by window, and in ordinal order of their permticks.</summary>
internal sealed class TrackedUniverse
{
    private readonly Dictionary<Symbol, TrackedSymbol> _bySymbol = [];
    private readonly Dictionary<InstrumentWindow, TrackedSymbol> _byWindow = [];

    /// <summary>Gets all in ordinal order; replaced, not changed, when securities come or go.</summary>
    public TrackedSymbol[] All { get; private set; } = [];

    /// <summary>Gets their symbols in the same order; replaced with <see cref="All"/>.</summary>
    public Symbol[] Symbols { get; private set; } = [];

    /// <summary>Gets how many places the averages of scores need.</summary>
    public int SlotCount { get; private set; }

    public bool Contains(Symbol symbol) => _bySymbol.ContainsKey(symbol);

    public TrackedSymbol Find(InstrumentWindow window) => _byWindow[window];

    public void Add(TrackedSymbol tracked)
    {
        _bySymbol.Add(tracked.Symbol, tracked);
        _byWindow.Add(tracked.Window, tracked);
        tracked.Slot = SlotCount++;
        Arrange();
    }

    /// <returns>What was removed; null when the symbol is not tracked.</returns>
    public TrackedSymbol? Remove(Symbol symbol)
    {
        if (!_bySymbol.Remove(symbol, out var tracked))
            return null;
        _byWindow.Remove(tracked.Window);
        Arrange();
        return tracked;
    }

    /// <summary>Replaces every security's window.</summary>
    public void ReplaceWindows(Func<TrackedSymbol, InstrumentWindow> create)
    {
        _byWindow.Clear();
        foreach (var tracked in All)
        {
            tracked.Window = create(tracked);
            _byWindow.Add(tracked.Window, tracked);
        }
    }

    /// <summary>Numbers the places in the averages anew, after those were forgotten.</summary>
    public void ResetSlots()
    {
        foreach (var tracked in All)
            tracked.Slot = tracked.Place;
        SlotCount = All.Length;
    }

    private void Arrange()
    {
        All = [.. _bySymbol.Values.OrderBy(tracked => tracked.Symbol.ID.Symbol, StringComparer.Ordinal)];
        Symbols = Array.ConvertAll(All, tracked => tracked.Symbol);
        for (var place = 0; place < All.Length; place++)
            All[place].Place = place;
    }
}
