namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>How the values of an x axis are laid out.</summary>
internal enum XScale
{
    /// <summary>By their logarithm.</summary>
    Logarithmic,

    /// <summary>Each value that occurs at equal distance from the next.</summary>
    Even,

    /// <summary>By their size.</summary>
    Linear
}
