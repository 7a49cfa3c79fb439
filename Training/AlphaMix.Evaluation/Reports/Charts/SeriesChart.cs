namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>A chart of series of points: over days, over a number, or over categories.</summary>
internal abstract record SeriesChart : Chart
{
    private readonly ChartRecords? _records;

    /// <summary>Gets the series.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>Gets the shaded range, if any.</summary>
    public ChartRange? Range { get; init; }

    /// <summary>
    /// Gets the numbers behind the drawing: a row a point, with its series, x, value and standard deviation, unless other records are set.
    /// </summary>
    public override ChartRecords Records
    {
        get => _records ?? new ChartRecords(["series", XHead, "value", "sd"], [.. Points()]);
        init => _records = value;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ChartKey> Keys =>
    [
        .. Lines.Select(line => new ChartKey(line.Name, line.Style, ChartMark.Line)),
        .. RangeKeys
    ];

    /// <summary>Gets the legend's entry for the shaded range.</summary>
    internal IEnumerable<ChartKey> RangeKeys => Range is { } range ? [new ChartKey(range.Name, "band", ChartMark.Box)] : [];

    /// <summary>Gets the head of the x column of the CSV file.</summary>
    internal abstract string XHead { get; }

    /// <summary>Returns an x as the CSV file has it.</summary>
    internal abstract string XText(double x);

    private IEnumerable<string[]> Points()
    {
        foreach (var line in Lines)
        {
            foreach (var point in line.Points)
                yield return [line.Name, XText(point.X), Display.Machine(point.Y), Display.Machine(point.Deviation)];
        }

        foreach (var (x, low, high) in Range?.Points ?? [])
        {
            yield return [$"{Range!.Name}, low", XText(x), Display.Machine(low), ""];
            yield return [$"{Range.Name}, high", XText(x), Display.Machine(high), ""];
        }
    }
}
