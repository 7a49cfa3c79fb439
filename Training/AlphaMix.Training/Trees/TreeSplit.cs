namespace AlphaMix.Training.Trees;

/// <summary>A question that divides a leaf, or with symmetric trees all leaves of a level.</summary>
/// <param name="Feature">The value asked about.</param>
/// <param name="Bin">
/// The last bin on the left side: -1 where only missing values go there, the feature's last bin where all known ones do.
/// </param>
/// <param name="MissingLeft">Whether missing values go to the left.</param>
/// <param name="Gain">What it gains, by the growth's own measure.</param>
internal readonly record struct TreeSplit(int Feature, int Bin, bool MissingLeft, double Gain)
{
    /// <summary>Gets the absence of a question: any other gains more.</summary>
    public static TreeSplit None { get; } = new(-1, 0, false, double.NegativeInfinity);

    /// <summary>Returns whether there is a question.</summary>
    public bool Exists => Feature >= 0;

    /// <summary>Returns the threshold of a node: at most it is on the left side.</summary>
    /// <param name="cuts">The feature's thresholds.</param>
    public float Threshold(ReadOnlySpan<float> cuts) => Bin < 0 ? -float.MaxValue : Bin < cuts.Length ? cuts[Bin] : float.MaxValue;
}
