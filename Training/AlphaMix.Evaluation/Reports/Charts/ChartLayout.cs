namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>The room a chart has, in pixels: one drawing for screens and paper, one for phones.</summary>
internal sealed record ChartLayout(string Style, int Width, int Height, int Right, bool NamesAtLines)
{
    public const int Top = 10;
    public const int Bottom = 26;

    /// <summary>Gets the room for the values' labels.</summary>
    public int Left { get; init; }

    public static ChartLayout[] Both(int wideHeight, int narrowHeight) =>
    [
        new("wide", Svg.Wide, wideHeight, Right: 76, NamesAtLines: true),
        new("narrow", Svg.Narrow, narrowHeight, Right: 6, NamesAtLines: false)
    ];
}
