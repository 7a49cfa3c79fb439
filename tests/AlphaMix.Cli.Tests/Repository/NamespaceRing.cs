namespace AlphaMix.Cli.Tests.Repository;

/// <summary>Namespaces that need each other.</summary>
/// <param name="Namespaces">The namespaces, in ordinal order.</param>
/// <param name="Uses">For each step of the ring, both namespaces and a few of the types that make it.</param>
internal sealed record NamespaceRing(IReadOnlyList<string> Namespaces, IReadOnlyList<string> Uses)
{
    /// <summary>Returns the ring, a step a line.</summary>
    public override string ToString() => $"a ring of {string.Join(", ", Namespaces)}:\n  {string.Join("\n  ", Uses)}";
}
