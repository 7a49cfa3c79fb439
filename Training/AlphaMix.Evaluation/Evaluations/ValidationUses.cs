namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// How often the validation span was looked at to decide something. Each look makes its numbers a little more flattering.
/// </summary>
public sealed record ValidationUses
{
    /// <summary>Gets the number of epochs whose parameters were judged on it.</summary>
    public int Epochs { get; init; }

    /// <summary>Gets the number of trials ranked on it to find the top K.</summary>
    public int TopK { get; init; }

    /// <summary>Gets the number of candidates tried by the with-replacement selection (W).</summary>
    public int W { get; init; }

    /// <summary>Gets the number of ingredients tried by the soup (S).</summary>
    public int S { get; init; }

    /// <summary>Gets the number of fits of as-needed routers (R).</summary>
    public int R { get; init; }

    /// <summary>Gets the number of calibrations fitted on it.</summary>
    public int Calibration { get; init; }

    /// <summary>Gets the number of uses by routers and forecasters of extensions.</summary>
    public int Extensions { get; init; }

    /// <summary>Gets the sum of all.</summary>
    public int Total => Epochs + TopK + W + S + R + Calibration + Extensions;
}
