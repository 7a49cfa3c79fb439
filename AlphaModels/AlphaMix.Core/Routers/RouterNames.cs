namespace AlphaMix.Core.Routers;

/// <summary>
/// The names of the paper's routers, in artifacts, tables and on the command line: its letters (section 4). Other routers bring their own.
/// </summary>
public static class RouterNames
{
    /// <summary>Vanilla: the mean logits of all groups (section 4).</summary>
    public const string Average = "V";

    /// <summary>As-needed routers ask one group after another (section 4.1).</summary>
    public const string AsNeeded = "R";

    /// <summary>With-replacement selection weights the groups (section 4.2).</summary>
    public const string Selection = "W";

    /// <summary>One group whose parameters are the mean of several (section 4.3).</summary>
    public const string Soup = "S";

    /// <summary>Gets the four in the paper's order.</summary>
    public static IReadOnlyList<string> Paper { get; } = [Average, AsNeeded, Selection, Soup];

    /// <summary>Returns names in the order of tables: V, R, W, S, then the others in ordinal order.</summary>
    /// <param name="names">Names of routers; case matters.</param>
    public static IReadOnlyList<string> Sort(IEnumerable<string> names) =>
        [.. names.OrderBy(Place).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Finds the router that a text names: exactly, or else by a name that differs in case alone.</summary>
    /// <param name="text">A name as a user typed it, such as <c>r</c>.</param>
    /// <param name="names">The names there are; the first that differs in case alone is taken.</param>
    /// <returns>The name as it stands in <paramref name="names"/>; null without one.</returns>
    public static string? Find(string text, IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => name == text) ?? names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static int Place(string name)
    {
        for (var i = 0; i < Paper.Count; i++)
        {
            if (Paper[i] == name)
                return i;
        }

        return Paper.Count;
    }
}
