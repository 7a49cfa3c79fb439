namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>
/// What is reported on: one item a type, such as an evaluation, its diagnostics, the result of an experiment, or anything that an outside
/// section wants. Immutable.
/// </summary>
public sealed class ReportContext
{
    private readonly Dictionary<Type, object> _items;

    private ReportContext(Dictionary<Type, object> items)
    {
        _items = items;
    }

    /// <summary>Gets the context without an item.</summary>
    public static ReportContext Empty { get; } = new([]);

    /// <summary>Gives the context with one item more; it takes the place of an earlier item of the same type.</summary>
    /// <typeparam name="T">The type by which sections ask for it.</typeparam>
    /// <param name="item">The item; null gives the context as it is.</param>
    public ReportContext With<T>(T? item)
        where T : class => item is null ? this : new ReportContext(new Dictionary<Type, object>(_items) { [typeof(T)] = item });

    /// <summary>Says whether there is an item of a type.</summary>
    /// <typeparam name="T">The type that it was given by.</typeparam>
    public bool Has<T>()
        where T : class => _items.ContainsKey(typeof(T));

    /// <summary>Finds the item of a type; null when there is none.</summary>
    /// <typeparam name="T">The type that it was given by.</typeparam>
    public T? Find<T>()
        where T : class => (T?)_items.GetValueOrDefault(typeof(T));

    /// <summary>Gives the item of a type.</summary>
    /// <typeparam name="T">The type that it was given by.</typeparam>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Get<T>()
        where T : class => Find<T>() ?? throw new InvalidOperationException(
            $"The report has no {typeof(T).Name}; it has "
                + $"{(_items.Count == 0 ? "nothing" : string.Join(", ", _items.Keys.Select(type => type.Name)))}.");
}
