namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>The mark beside a name in a chart's legend.</summary>
internal enum ChartMark
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A filled box: a bar, or a shaded range.</summary>
    Box,

    /// <summary>A dot.</summary>
    Dot
}
