using System.Text.Json;
using AlphaMix.Core.Portfolios;
using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Portfolios;

/// <summary>
/// Keeps what a restart would lose in the ObjectStore while the algorithm trades live: the alpha models' records, their parts of the
/// portfolio, and the names that were bought. A backtest neither reads nor writes it.
/// </summary>
/// <param name="key">The key; null keeps nothing.</param>
/// <param name="mixture">The mixture whose memories are kept.</param>
/// <param name="sources">The alpha models.</param>
/// <param name="managed">The names that were bought.</param>
internal sealed class PortfolioMemory(string? key, IStrategyMixture mixture, SourceSet sources, HashSet<Symbol> managed)
{
    private readonly string _mixture = $"{mixture.Name}({mixture.Parameters})";
    private SavedPortfolio? _found;
    private bool _isRead;

    /// <summary>Gets or sets what tells whether the algorithm trades live.</summary>
    public Func<QCAlgorithm, bool> IsLive { get; set; } = algorithm => algorithm.LiveMode;

    /// <summary>Gets or sets how factors since a time are read: <see cref="PriceScale.Since"/>.</summary>
    public Func<QCAlgorithm, Symbol[], DateTime, Dictionary<Symbol, double>> ScaleSince { get; set; } = PriceScale.Since;

    /// <summary>Reads what is there, so that a fault shows when the algorithm starts.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of another mixture or a newer library.</exception>
    public void Read(QCAlgorithm algorithm)
    {
        if (_isRead || key is null || !IsLive(algorithm))
            return;
        _isRead = true;
        if (algorithm.ObjectStore.ContainsKey(key))
            _found = Checked(algorithm.ObjectStore.ReadBytes(key));
    }

    /// <summary>Goes on from what was read, once: prices are brought to today's scale, and names that are not subscribed left out.</summary>
    public void Restore(QCAlgorithm algorithm)
    {
        if (_found is not { } found)
            return;
        _found = null;
        var symbols = algorithm.Securities.Keys.ToDictionary(symbol => symbol.ID.ToString(), StringComparer.Ordinal);
        managed.UnionWith(found.Managed.Where(symbols.ContainsKey).Select(id => symbols[id]));
        sources.Restore(found.Sources, symbols);
        foreach (var (symbol, factor) in ScaleSince(algorithm, [.. sources.Symbols], found.Saved))
            sources.Rescale(symbol, factor);
        algorithm.Log(
            $"AlphaMix: goes on from the portfolio '{key}' of {found.Saved:yyyy-MM-dd HH:mm}: {found.Sources.Count} alpha models, "
            + $"{managed.Count} names bought.");
    }

    /// <summary>Saves what is known now.</summary>
    public void Save(QCAlgorithm algorithm)
    {
        if (key is null || !IsLive(algorithm))
            return;
        var ids = managed.Select(symbol => symbol.ID.ToString()).Order(StringComparer.Ordinal).ToArray();
        var saved = new SavedPortfolio(SavedPortfolio.CurrentVersion, algorithm.Time, _mixture, ids, sources.Save());
        if (!algorithm.ObjectStore.SaveBytes(key, saved.ToBytes()))
            algorithm.Error($"AlphaMix: the ObjectStore did not save the portfolio '{key}'; a restart would go on from an older one.");
    }

    private SavedPortfolio Checked(byte[] bytes)
    {
        const string Help = "Name another StateKey, or delete it: records then begin anew.";
        SavedPortfolio found;
        try
        {
            found = SavedPortfolio.Read(bytes);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"AlphaMix: the portfolio '{key}' in the ObjectStore is damaged: {fault.Message} {Help}", fault);
        }

        if (found.Version != SavedPortfolio.CurrentVersion)
            throw new InvalidDataException(
                $"AlphaMix: the portfolio '{key}' in the ObjectStore has version {found.Version}, expected "
                + $"{SavedPortfolio.CurrentVersion}. {Help}");
        if (found.Mixture != _mixture || found.Sources.Values.Any(source => source.Memory.Length != mixture.MemorySize))
            throw new InvalidDataException(
                $"AlphaMix: the portfolio '{key}' in the ObjectStore is of the mixture {found.Mixture}, expected {_mixture} with "
                + $"{mixture.MemorySize} numbers an alpha model. {Help}");
        return found;
    }
}
