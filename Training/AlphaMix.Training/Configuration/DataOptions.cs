using AlphaMix.Core.Features;

namespace AlphaMix.Training.Configuration;

/// <summary>Which instruments and bars are read.</summary>
public sealed record DataOptions
{
    /// <summary>Gets the instruments (permticks); null, the default, takes all that the folder has.</summary>
    public IReadOnlyList<string>? Instruments { get; init; }

    /// <summary>Gets instruments to leave out. Default none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Gets the length of a bar. Default daily.</summary>
    public BarResolution Resolution { get; init; } = BarResolution.Daily;
}
