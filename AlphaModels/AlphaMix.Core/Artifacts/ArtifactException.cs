using System.Text;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// Thrown when an artifact cannot be read, written or used. The message is one line: which field, what was found, what was expected, what
/// to do.
/// </summary>
public sealed class ArtifactException : Exception
{
    private const int LongestPart = 160;

    /// <summary>Initializes a new instance of the <see cref="ArtifactException"/> class.</summary>
    /// <param name="artifact">The artifact's name, such as its path.</param>
    /// <param name="field">Path of the faulty field, such as <c>alphamix.groups[2].epoch</c>, or the name of a tensor.</param>
    /// <param name="found">The value found; cut after 160 characters, control characters replaced by <c>?</c>.</param>
    /// <param name="expected">What the field must be.</param>
    /// <param name="advice">What to do, a sentence; null where field and expectation say it.</param>
    public ArtifactException(string artifact, string field, string found, string expected, string? advice = null)
        : base(
            $"{artifact}: {Printable(field)}: found {Printable(found)}, expected "
                + $"{Printable(expected)}.{(advice is null ? "" : " " + advice)}")
    {
        Artifact = artifact;
        Field = Printable(field);
    }

    /// <summary>Gets the artifact's name, such as its path or its key in LEAN's ObjectStore.</summary>
    public string Artifact { get; }

    /// <summary>Gets the path of the faulty field, such as <c>alphamix.groups[2].epoch</c>, or the name of a tensor.</summary>
    public string Field { get; }

    /// <summary>Keeps text from a file on one line, and short.</summary>
    private static string Printable(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestPart) + 3);
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestPart)))
            line.Append(char.IsControl(character) || char.IsSurrogate(character) ? '?' : character);
        return text.Length > LongestPart ? line.Append("...").ToString() : line.ToString();
    }
}
