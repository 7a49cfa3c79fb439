namespace AlphaMix.LeanSurface.Tests;

/// <summary>
/// What is known of LEAN's public interface, one line a type or member: <c>assembly|type|kind|name|text</c>, where kind is T (the type's declaration), B (what
/// it derives from and implements, at any distance) or M (a member it declares).
/// </summary>
internal sealed class ApiFacts
{
    private readonly Dictionary<string, string> _assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _declarations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Name, string Text)>> _members = new(StringComparer.Ordinal);

    /// <summary>Gets the folder of the committed facts.</summary>
    public static string Folder => Path.Combine(LeanAssemblies.Root, "eng", "LeanSurface", "api");

    public static ApiFacts Read()
    {
        var facts = new ApiFacts();
        foreach (var line in Directory.GetFiles(Folder, "*.txt").SelectMany(File.ReadLines))
        {
            var parts = line.Split('|', 5);
            var type = parts[1];
            facts._assemblies[type] = parts[0];
            if (parts[2] == "T")
                facts._declarations[type] = parts[4];
            else if (parts[2] == "B")
                Add(facts._bases, type, parts[4]);
            else
                Add(facts._members, type, (parts[3], parts[4]));
        }

        return facts;
    }

    /// <summary>Gives the facts of LEAN that bear on the surface: its types, their bases, and every overload of a member's name.</summary>
    public static Dictionary<string, SortedSet<string>> Collect(LeanAssemblies lean, LeanAssemblies surface)
    {
        var wanted = surface.Names.SelectMany(name => surface.Types(name)).ToArray();
        var names = wanted.ToDictionary(Declaration.Name, type => Declaration.Members(type).Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
        var real = lean.Names.Where(surface.Names.Contains).SelectMany(name => lean.Types(name)).ToDictionary(Declaration.Name);
        var files = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var name in names.Keys.Where(real.ContainsKey))
        {
            var bases = Bases(real[name]).ToArray();
            Write(files, real[name], "T", "", Declaration.Format(real[name]));
            foreach (var one in bases)
                Write(files, real[name], "B", "", Declaration.Name(one));
            foreach (var holder in bases.Where(one => real.ContainsKey(Open(one))).Select(one => real[Open(one)]).Append(real[name]))
            {
                foreach (var member in Declaration.Members(holder).Where(member => names[name].Contains(member.Name) || IsOwn(member.Name, holder, names[name])))
                    Write(files, holder, "M", member.Name, member.Text);
            }
        }

        return files;
    }

    /// <summary>Writes the committed facts anew.</summary>
    public static void Write(Dictionary<string, SortedSet<string>> files)
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(Folder, "*.txt"))
            File.Delete(file);
        foreach (var (assembly, lines) in files)
            File.WriteAllText(Path.Combine(Folder, assembly + ".txt"), string.Join('\n', lines) + "\n");
    }

    public string? AssemblyOf(string type) => _assemblies.GetValueOrDefault(type);

    public string? DeclarationOf(string type) => _declarations.GetValueOrDefault(type);

    public IReadOnlyList<string> BasesOf(string type) => _bases.GetValueOrDefault(type, []);

    public IReadOnlyList<(string Name, string Text)> MembersOf(string type) => _members.GetValueOrDefault(type, []);

    /// <summary>Gives the base classes and interfaces of a class or interface, at any distance, without <see cref="object"/>.</summary>
    public static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsEnum || type.BaseType == typeof(MulticastDelegate))
            yield break;
        for (var one = type.BaseType; one is not null && one != typeof(object); one = one.BaseType)
            yield return one;
        foreach (var one in type.GetInterfaces())
            yield return one;
    }

    /// <summary>Gives a closed generic type's open name.</summary>
    public static string Open(Type type) => Declaration.Name(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    private static bool IsOwn(string member, Type holder, HashSet<string> names) => member == ".ctor" && names.Contains(".ctor") && !holder.IsAbstract;

    private static void Write(Dictionary<string, SortedSet<string>> files, Type type, string kind, string name, string text)
    {
        var assembly = type.Assembly.GetName().Name!;
        if (!files.TryGetValue(assembly, out var lines))
            files.Add(assembly, lines = new SortedSet<string>(StringComparer.Ordinal));
        lines.Add($"{assembly}|{Open(type)}|{kind}|{name}|{text}");
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T value)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(value);
    }
}
