namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>The departures that are on. Two sets with the same departures are equal.</summary>
internal sealed class DepartureSet : IEquatable<DepartureSet>
{
    private readonly Departure[] _on;

    /// <summary>Initializes a new instance of the <see cref="DepartureSet"/> class.</summary>
    /// <param name="on">The departures, in any order.</param>
    public DepartureSet(params IEnumerable<Departure> on) => _on = [.. on.Distinct().Order()];

    /// <summary>Gets the set with nothing on: the honest protocol.</summary>
    public static DepartureSet None { get; } = new();

    /// <summary>Gets the set with everything on: the protocol as published.</summary>
    public static DepartureSet All { get; } = new(Enum.GetValues<Departure>());

    /// <summary>Gets a value indicating whether any departure is on.</summary>
    public bool Any => _on.Length > 0;

    /// <summary>Gets the names of the departures that are on.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_on, DepartureCatalogue.NameOf);

    /// <summary>Returns whether a departure is on.</summary>
    public bool Has(Departure departure) => _on.Contains(departure);

    /// <summary>Returns the departures that are on and among <paramref name="some"/>.</summary>
    public DepartureSet Among(params ReadOnlySpan<Departure> some)
    {
        var wanted = some.ToArray();
        return new DepartureSet(_on.Where(wanted.Contains));
    }

    /// <inheritdoc/>
    public bool Equals(DepartureSet? other) => other is not null && _on.SequenceEqual(other._on);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DepartureSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _on.Aggregate(17, (hash, departure) => 31 * hash + (int)departure);

    /// <summary>Returns the names, or <c>honest</c>, or <c>as-published</c>.</summary>
    public override string ToString() => !Any ? "honest" : Equals(All) ? "as-published" : string.Join("+", Names);
}
