namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// What a report is about: at most one item of each type, such as an evaluation, its diagnostics, the result of an experiment, or what an
/// outside section needs. Immutable.
/// </summary>
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
    /// <typeparam name="T">The type by which sections ask for it.</typeparam>
    /// <param name="item">The item; null returns the context unchanged.</param>
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
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Get<T>()
        where T : class => Find<T>() ?? throw new InvalidOperationException(
            $"The report has no {typeof(T).Name}; it has "
                + $"{(_items.Count == 0 ? "nothing" : string.Join(", ", _items.Keys.Select(type => type.Name)))}.");
}
