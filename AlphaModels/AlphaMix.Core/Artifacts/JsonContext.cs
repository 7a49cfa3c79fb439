namespace AlphaMix.Core.Artifacts;

/// <summary>What holds for a whole reading: whose fault it is, and what to make of fields this version does not know.</summary>
/// <param name="artifact">The artifact's name.</param>
internal sealed class JsonContext(string artifact)
{
    public string Artifact { get; } = artifact;

    /// <summary>
    /// Gets or sets a value indicating whether fields this version does not know are skipped: in files of a newer format alone.
    /// </summary>
    public bool SkipsUnknownFields { get; set; }

    public ArtifactException Fault(string field, string found, string expected, string? advice = null) =>
        new(Artifact, field, found, expected, advice);
}
