namespace AlphaMix.Core.Extensions;

/// <summary>A name was asked for that no extension has. The message has the name, the seam, and the names there are.</summary>
public sealed class UnknownExtensionException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="UnknownExtensionException"/> class.</summary>
    /// <param name="seam">What was looked for, such as <c>portfolio rule</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names there are.</param>
    public UnknownExtensionException(string seam, string name, IReadOnlyList<string> known)
        : base($"There is no {seam} '{name}'; known: {(known.Count == 0 ? "none" : string.Join(", ", known))}. "
            + "If it comes from an assembly of your own, add it: --extension FILE.dll on the command line, Extensions in the plugin's "
            + "options.")
    {
        ArgumentNullException.ThrowIfNull(known);
        Seam = seam;
        Name = name;
    }

    /// <summary>Gets what was looked for, such as <c>portfolio rule</c>.</summary>
    public string Seam { get; }

    /// <summary>Gets the name that is not known.</summary>
    public string Name { get; }
}
