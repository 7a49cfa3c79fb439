namespace AlphaMix.Core.Extensions;

/// <summary>
/// Thrown when a configuration, an artifact or a caller uses a name that no extension is registered under. The message has the name, the
/// seam, and the names known.
/// </summary>
public sealed class UnknownExtensionException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="UnknownExtensionException"/> class.</summary>
    /// <param name="seam">The kind of extension, such as <c>portfolio rule</c>.</param>
    /// <param name="name">The name that is not known.</param>
    /// <param name="known">The names that the seam has.</param>
    public UnknownExtensionException(string seam, string name, IReadOnlyList<string> known)
        : base($"There is no {seam} '{name}'; known: {(known.Count == 0 ? "none" : string.Join(", ", known))}. "
            + "If it comes from an assembly of your own, add it: --extension FILE.dll on the command line, the parameter extension of the "
            + "ready algorithms, Extensions in the plugin's options.")
    {
        ArgumentNullException.ThrowIfNull(known);
        Seam = seam;
        Name = name;
    }

    /// <summary>Gets the kind of extension, such as <c>portfolio rule</c>.</summary>
    public string Seam { get; }

    /// <summary>Gets the name that is not known.</summary>
    public string Name { get; }
}
