namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>
/// A chart: its data, and how they are drawn as inline SVG. The block around it gives it a title and a caption. A drawing
/// asks for no script and no file: colours come from the page's style sheet, by class.
/// </summary>
internal abstract record Chart
{
    /// <summary>Gets the numbers behind the drawing, as its CSV file has them.</summary>
    public abstract ChartRecords Records { get; init; }

    /// <summary>Gets the entries of the legend above the drawing; empty for no legend.</summary>
    public virtual IReadOnlyList<ChartKey> Keys => [];

    /// <summary>
    /// Writes the drawing: one <c>svg</c> of class <c>wide</c> for screens and paper, one of class <c>narrow</c> for phones.
    /// </summary>
    /// <param name="frame">Id, title and caption of the chart.</param>
    /// <param name="output">Receives the markup; left open.</param>
    public abstract void Draw(ChartFrame frame, TextWriter output);
}
