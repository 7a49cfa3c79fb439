using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>
/// Which namespaces of one compiled assembly need which others of the same assembly: by base types, interfaces, generic constraints, signatures
/// of fields, properties, events and methods, and by whatever a method's body touches. Attributes and constants, which the compiler copies, do
/// not count.
/// </summary>
internal sealed class NamespaceGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _needs = new(StringComparer.Ordinal);

    private NamespaceGraph(ModuleDefinition module)
    {
        foreach (var type in module.GetAllTypes().Where(type => Home(type).Length > 0))
        {
            foreach (var used in TypeUses.From(type).Select(each => each.GetElementType()).Where(each => each.Scope == module))
                Add(type, used);
        }
    }

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">Its file.</param>
    public static NamespaceGraph Read(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        return new NamespaceGraph(module);
    }

    /// <summary>Finds the rings: sets of namespaces in which each needs each other, directly or through others.</summary>
    public IReadOnlyList<NamespaceRing> Rings()
    {
        var reached = _needs.Keys.ToDictionary(name => name, Reach);
        return
        [
            .. reached.Keys.Where(name => reached[name].Contains(name))
                .GroupBy(name => reached[name].First(other => Reaches(reached, other, name)))
                .Select(ring => Ring([.. ring.Order(StringComparer.Ordinal)]))
        ];
    }

    private static bool Reaches(Dictionary<string, SortedSet<string>> reached, string from, string to) =>
        reached.TryGetValue(from, out var all) && all.Contains(to);

    private SortedSet<string> Reach(string from)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out var name))
        {
            foreach (var needed in Needs(name).Keys.Where(seen.Add))
                next.Push(needed);
        }

        return seen;
    }

    private NamespaceRing Ring(string[] names) => new(
        names,
        [
            .. names.SelectMany(from => names.Where(Needs(from).ContainsKey).Select(to => $"{from} -> {to}: {string.Join(", ", Needs(from)[to].Take(4))}"))
        ]);

    private SortedDictionary<string, SortedSet<string>> Needs(string name) => _needs.TryGetValue(name, out var needs) ? needs : [];

    private void Add(TypeDefinition type, TypeReference used)
    {
        var (from, to) = (Home(type), Home(used));
        if (to.Length == 0 || from == to)
            return;
        if (!_needs.TryGetValue(from, out var needs))
            _needs.Add(from, needs = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal));
        if (!needs.TryGetValue(to, out var examples))
            needs.Add(to, examples = new SortedSet<string>(StringComparer.Ordinal));
        examples.Add($"{Outermost(type).Name} uses {Outermost(used).Name}");
    }

    /// <summary>Returns the namespace of a type, nested types that of the type around them; empty for what the compiler puts in none.</summary>
    private static string Home(TypeReference type) => Outermost(type).Namespace;

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
