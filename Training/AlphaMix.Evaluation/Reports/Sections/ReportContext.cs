namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// The input of a report's sections: at most one item of each type, such as an evaluation, its diagnostics, or the result of an experiment.
/// Immutable.
/// </summary>
/// <remarks>
/// Reports of an evaluation have its <c>EvaluationOutcome</c>; diagnostics only where they were
/// computed, and never in JSON.
/// </remarks>
public sealed class ReportContext
{
    private readonly Dictionary<Type, object> _items;

    private ReportContext(Dictionary<Type, object> items)
    {
        _items = items;
    }

    /// <summary>Gets the context without items.</summary>
    public static ReportContext Empty { get; } = new([]);

    /// <summary>Returns the context with one more item, which replaces an earlier item of the same type.</summary>
    /// <typeparam name="T">
    /// The type by which sections ask for it: this one exactly, not the item's own, a base type or an interface.
    /// </typeparam>
    /// <param name="item">The item; null returns the context unchanged, with an earlier item of the type.</param>
    public ReportContext With<T>(T? item)
        where T : class => item is null ? this : new ReportContext(new Dictionary<Type, object>(_items) { [typeof(T)] = item });

    /// <summary>Returns whether there is an item of a type.</summary>
    /// <typeparam name="T">The type under which it was added.</typeparam>
    public bool Has<T>()
        where T : class => _items.ContainsKey(typeof(T));

    /// <summary>Returns the item of a type, or null when there is none.</summary>
    /// <typeparam name="T">The type under which it was added.</typeparam>
    public T? Find<T>()
        where T : class => (T?)_items.GetValueOrDefault(typeof(T));

    /// <summary>Returns the item of a type.</summary>
    /// <typeparam name="T">The type under which it was added.</typeparam>
    /// <exception cref="InvalidOperationException">There is none; the message names the types that there are.</exception>
    public T Get<T>()
        where T : class => Find<T>() ?? throw new InvalidOperationException(
            $"The report has no {typeof(T).Name}; it has "
                + $"{(_items.Count == 0 ? "nothing" : string.Join(", ", _items.Keys.Select(type => type.Name)))}.");
}
