using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AlphaMix.Core.Extensions;

/// <summary>
/// Everything that is looked up by name: portfolio rules, routers, feature functions and the other seams. A seam is a type, usually a
/// factory delegate such as <see cref="Portfolios.PortfolioRuleFactory"/>; each seam has names of its own. Immutable and safe to share.
/// </summary>
/// <example>
/// <code>
/// var extensions = BuiltIn.Extensions.With&lt;PortfolioRuleFactory&gt;("inverseRank", parameters => new InverseRank(parameters));
/// var pool = PoolArtifact.Read("pool.safetensors", extensions);
/// </code>
/// </example>
public sealed partial class ExtensionSet
{
    private readonly ImmutableSortedDictionary<(string Seam, string Name), object> _items;

    private ExtensionSet(ImmutableSortedDictionary<(string Seam, string Name), object> items) => _items = items;

    /// <summary>Gets the set without any name. <see cref="BuiltIn.Extensions"/> has those of this library.</summary>
    public static ExtensionSet Empty { get; } = new(
        ImmutableSortedDictionary.Create<(string Seam, string Name), object>(NameOrder.Instance));

    /// <summary>Returns this set with one more name.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    /// <param name="name">The name that configurations and artifacts use: a letter, then letters, digits, dots, underscores or hyphens; at
    /// most 64.</param>
    /// <param name="item">What the name stands for.</param>
    /// <exception cref="ArgumentException">The name is taken, or cannot be used.</exception>
    public ExtensionSet With<TSeam>(string name, TSeam item)
        where TSeam : class
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(item);
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException(
                $"{SeamName<TSeam>()}: expected a name of a letter and at most 63 letters, digits, '.', '_' or '-', found '{name}'.",
                nameof(name));
        var key = (typeof(TSeam).Name, name);
        if (_items.ContainsKey(key))
            throw new ArgumentException($"There is a {SeamName<TSeam>()} '{name}' already. Choose another name.", nameof(name));
        return new ExtensionSet(_items.Add(key, item));
    }

    /// <summary>Returns what a name stands for.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    /// <exception cref="UnknownExtensionException">The seam does not have the name.</exception>
    public TSeam Get<TSeam>(string name)
        where TSeam : class => Find<TSeam>(name) ?? throw new UnknownExtensionException(SeamName<TSeam>(), name, Names<TSeam>());

    /// <summary>Returns what a name stands for, or null when the seam does not have it.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    public TSeam? Find<TSeam>(string name)
        where TSeam : class => (TSeam?)_items.GetValueOrDefault((typeof(TSeam).Name, name));

    /// <summary>Returns the names of a seam in ordinal order.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    public IReadOnlyList<string> Names<TSeam>()
        where TSeam : class => [.. _items.Keys.Where(key => key.Seam == typeof(TSeam).Name).Select(key => key.Name)];

    /// <summary>Returns the seam as messages call it: <c>PortfolioRuleFactory</c> is a portfolio rule.</summary>
    private static string SeamName<TSeam>()
    {
        var name = typeof(TSeam).Name;
        name = name.EndsWith("Factory", StringComparison.Ordinal) ? name[..^"Factory".Length] : name.TrimStart('I');
        return WordStart().Replace(name, " $1").Trim().ToLowerInvariant();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex WordStart();

    private sealed class NameOrder : IComparer<(string Seam, string Name)>
    {
        public static readonly NameOrder Instance = new();

        public int Compare((string Seam, string Name) x, (string Seam, string Name) y) =>
            string.CompareOrdinal(x.Seam, y.Seam) is var seams and not 0 ? seams : string.CompareOrdinal(x.Name, y.Name);
    }
}
