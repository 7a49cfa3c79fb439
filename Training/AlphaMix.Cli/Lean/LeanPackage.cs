namespace AlphaMix.Cli.Lean;

/// <summary>The QuantConnect.Lean package that a project was restored with.</summary>
/// <param name="Version">Its version; 2.5.0.N is the surface that eng/LeanSurface packs.</param>
internal sealed record LeanPackage(string Version)
{
    /// <summary>Gets a value indicating whether this is LEAN itself.</summary>
    public bool IsReal => !Version.StartsWith("2.5.0.", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"QuantConnect.Lean {Version} ({(IsReal ? "the real package" : "eng/LeanSurface")})";
}
