using System.Text;

namespace AlphaMix.Core.Artifacts;

/// <summary>An artifact cannot be used. The message is one line: which field, what was found, what was expected, what to do.</summary>
public sealed class ArtifactException : Exception
{
    private const int LongestPart = 160;

    /// <summary>Initializes a new instance of the <see cref="ArtifactException"/> class.</summary>
    /// <param name="artifact">The artifact's name, such as its path.</param>
    /// <param name="field">What is wrong in it, such as <c>alphamix.groups[2].epoch</c>.</param>
    /// <param name="found">What was found; long or unprintable text is cut and replaced.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="advice">What to do, a sentence; null when the field says it.</param>
    public ArtifactException(string artifact, string field, string found, string expected, string? advice = null)
        : base(
            $"{artifact}: {Printable(field)}: found {Printable(found)}, expected "
                + $"{Printable(expected)}.{(advice is null ? "" : " " + advice)}")
    {
        Artifact = artifact;
        Field = Printable(field);
    }

    /// <summary>Gets the artifact's name.</summary>
    public string Artifact { get; }

    /// <summary>Gets what is wrong in it.</summary>
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
