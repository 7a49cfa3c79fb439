using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AlphaMix.Core.Extensions;

/// <summary>
/// Implementations by name: portfolio rules, routers, feature functions and the other seams. A seam is a type, usually a factory delegate
/// such as <see cref="Portfolios.PortfolioRuleFactory"/>; each seam has names of its own, case matters. Configurations and artifacts store
/// names, and a reader looks them up here. Immutable and safe to share between threads.
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

    /// <summary>Gets the set without any name; <see cref="BuiltIn.Extensions"/> has those of this library.</summary>
    public static ExtensionSet Empty { get; } = new(
        ImmutableSortedDictionary.Create<(string Seam, string Name), object>(NameOrder.Instance));

    /// <summary>Returns a set with one more name; this one stays as it is.</summary>
    /// <typeparam name="TSeam">The seam, such as <see cref="Portfolios.PortfolioRuleFactory"/>.</typeparam>
    /// <param name="name">The name that configurations and artifacts use: a letter, then letters, digits, dots, underscores or hyphens; at
    /// most 64.</param>
    /// <param name="item">The implementation or its factory.</param>
    /// <exception cref="ArgumentException">The seam has the name already, or the name has other characters or is too long.</exception>
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

    /// <summary>
    /// Returns this set with the names of an assembly: each public class that implements <see cref="IExtension"/> is created through its
    /// constructor without parameters and extends the set. Where <c>AlphaMix.Training</c> and <c>AlphaMix.Evaluation</c> cannot be loaded,
    /// as in LEAN, a class that needs them is left out: what it registers is for training and reports.
    /// </summary>
    /// <param name="path">The assembly's file. It is loaded for the life of the process; libraries of its own lie beside it.</param>
    /// <exception cref="ArgumentException">
    /// The file is missing or no assembly, has no extension or only such as are left out, or an extension cannot be used: a name is taken,
    /// for example. The message begins with the path.
    /// </exception>
    public ExtensionSet WithAssembly(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return ExtensionAssembly.AddTo(this, path);
    }

    /// <summary>Returns the implementation of a name.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    /// <param name="name">The name, in its exact case.</param>
    /// <exception cref="UnknownExtensionException">The seam lacks the name; the message lists those it has.</exception>
    public TSeam Get<TSeam>(string name)
        where TSeam : class => Find<TSeam>(name) ?? throw new UnknownExtensionException(SeamName<TSeam>(), name, Names<TSeam>());

    /// <summary>Returns the implementation of a name, or null when the seam lacks it.</summary>
    /// <typeparam name="TSeam">The seam.</typeparam>
    /// <param name="name">The name, in its exact case.</param>
    public TSeam? Find<TSeam>(string name)
        where TSeam : class => (TSeam?)_items.GetValueOrDefault((typeof(TSeam).Name, name));

    /// <summary>Returns the names of a seam in ordinal order; empty when it has none.</summary>
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
