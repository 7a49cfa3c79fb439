using System.Text.RegularExpressions;

namespace AlphaMix.LeanSurface.Tests;

/// <summary>Holds <c>eng/LeanSurface</c> to what is known of LEAN, so that what compiles against it runs in LEAN. The rules are in eng/LeanSurface/README.md.</summary>
public partial class SurfaceConformanceTests
{
    private LeanAssemblies _surface = null!;
    private ApiFacts _facts = null!;

    [OneTimeSetUp]
    public void Load()
    {
        _surface = LeanAssemblies.Surface();
        _facts = ApiFacts.Read();
    }

    [Test]
    public void Assemblies_AreUnsigned_AndHaveLeansVersion() => Assert.Multiple(() =>
    {
        foreach (var name in _surface.Names.Where(name => name.StartsWith("QuantConnect.", StringComparison.Ordinal)))
        {
            var assembly = _surface.Named(name).GetName();
            Assert.That(assembly.Version, Is.EqualTo(new Version(2, 5, 0, 0)), name);
            Assert.That(assembly.GetPublicKeyToken(), Is.Empty, name);
        }
    });

    [Test]
    public void Types_AreLeans_InLeansAssemblies() => Report(
        from assembly in _surface.Names
        from type in _surface.Types(assembly)
        let name = Declaration.Name(type)
        let found = _facts.DeclarationOf(name)
        where found != Declaration.Format(type) || _facts.AssemblyOf(name) != assembly
        select $"{assembly}: {Declaration.Format(type)}, LEAN has {found ?? "no such type"} in {_facts.AssemblyOf(name)}");

    [Test]
    public void Bases_AreAmongLeans() => Report(
        from type in Types()
        from one in ApiFacts.Bases(type)
        let name = Declaration.Name(one)
        where !_facts.BasesOf(Declaration.Name(type)).Contains(name)
        select $"{Declaration.Name(type)} has the base {name}, LEAN's has not");

    [Test]
    public void Members_AreLeans() => Report(
        from type in Types()
        from member in Declaration.Members(type)
        where !IsLeans(type, member)
        select $"{Declaration.Name(type)}: {member.Text}\n      LEAN has: {string.Join("\n                ", Candidates(type, member.Name))}");

    /// <summary>A call binds to the same overload in both worlds: what LEAN has more under the same name needs a type that the surface does not have.</summary>
    [Test]
    public void Overloads_AreComplete()
    {
        var known = Types().Select(Declaration.Name).ToHashSet(StringComparer.Ordinal);
        Report(
            from type in Types()
            where !type.IsInterface && !type.IsEnum
            let own = Declaration.Members(type).ToArray()
            let names = own.Select(member => member.Name).ToHashSet(StringComparer.Ordinal)
            from member in _facts.MembersOf(Declaration.Name(type))
            where names.Contains(member.Name) && member.Text.Contains('(', StringComparison.Ordinal) && !member.Text.StartsWith("protected", StringComparison.Ordinal)
            where !own.Contains(member) && LeanNames().Matches(member.Text).All(match => known.Contains(match.Value) || known.Any(name => name.StartsWith(match.Value + "<", StringComparison.Ordinal)))
            select $"{Declaration.Name(type)} lacks {member.Text}");
    }

    [Test]
    public void Facts_AreThoseOfTheRealAssemblies()
    {
        var files = ApiFacts.Collect(LeanAssemblies.Real(), _surface);
        if (Environment.GetEnvironmentVariable("ALPHAMIX_WRITE_API") == "1")
            ApiFacts.Write(files);

        foreach (var (assembly, lines) in files)
            Assert.That(File.ReadLines(Path.Combine(ApiFacts.Folder, assembly + ".txt")).Except(lines), Is.Empty, assembly);
    }

    private IEnumerable<Type> Types() => _surface.Names.SelectMany(name => _surface.Types(name));

    private bool IsLeans(Type type, (string Name, string Text) member)
    {
        var name = Declaration.Name(type);
        if (_facts.MembersOf(name).Contains(member))
            return true;
        // A member may sit lower than in LEAN, where it overrides nothing or the same thing.
        return !type.IsEnum && Ancestors(type).SelectMany(one => _facts.MembersOf(one)).Any(
            other => other.Name == member.Name && Plain(other.Text) == Plain(member.Text) && !member.Text.Contains(" virtual ", StringComparison.Ordinal));
    }

    private IEnumerable<string> Candidates(Type type, string member) =>
        Ancestors(type).Prepend(Declaration.Name(type)).SelectMany(one => _facts.MembersOf(one)).Where(other => other.Name == member).Select(other => other.Text);

    /// <summary>Gives the open names of a type's LEAN bases.</summary>
    private static IEnumerable<string> Ancestors(Type type) => ApiFacts.Bases(type).Select(ApiFacts.Open).Distinct();

    private static string Plain(string text) => Modifiers().Replace(text, " ");

    private static void Report(IEnumerable<string> faults)
    {
        var found = faults.ToArray();
        if (found.Length > 0)
            Assert.Fail(string.Join("\n  ", found.Prepend($"{found.Length} departures from LEAN:")));
    }

    [GeneratedRegex(@"\b(?:QuantConnect|Common|Python|NodaTime|Newtonsoft)(?:\.\w+)+")]
    private static partial Regex LeanNames();

    [GeneratedRegex(" (?:virtual|override|abstract) ")]
    private static partial Regex Modifiers();
}
