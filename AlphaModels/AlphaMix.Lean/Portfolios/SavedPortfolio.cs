using System.Text.Json;

namespace AlphaMix.Lean.Portfolios;

/// <summary>What the portfolio model knows and history cannot give back, as it is saved in the ObjectStore.</summary>
/// <param name="Version">Version of the layout, 1.</param>
/// <param name="Saved">When it was saved, in the algorithm's time zone: the time of the prices.</param>
/// <param name="Mixture">The mixture with its parameters; memories of another mean nothing.</param>
/// <param name="Managed">Identifiers of the securities that the model bought.</param>
/// <param name="Sources">What is remembered of each alpha model, by name.</param>
internal sealed record SavedPortfolio(
    int Version, DateTime Saved, string Mixture, string[] Managed, SortedDictionary<string, SavedSource> Sources)
{
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true
    };

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are something else.</exception>
    public static SavedPortfolio Read(byte[] bytes) =>
        JsonSerializer.Deserialize<SavedPortfolio>(bytes, Format) ?? throw new JsonException("found null.");

    /// <summary>Returns it as JSON whose numbers have the same bits when they are read.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Format);
}
