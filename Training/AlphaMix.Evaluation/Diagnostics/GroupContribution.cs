namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>The contribution of one group that was asked to one pick.</summary>
/// <param name="Group">Index in <see cref="RouterTrace.Groups"/>.</param>
/// <param name="MixtureWeight">Its mixture weight in the answer, in (0, 1].</param>
/// <param name="LogOdds">Its own logit of "up" less that of "down": above 0 it spoke for the pick, below against. The answer's is the
/// weighted sum.</param>
/// <param name="ChangeWithout">How much the answer's log-odds would change had it not been asked, the others keeping their proportions; NaN
/// when it spoke alone.</param>
/// <param name="Decisive">Whether the instrument would not have been among the day's top k without it; true when it spoke alone.</param>
internal readonly record struct GroupContribution(int Group, double MixtureWeight, double LogOdds, double ChangeWithout, bool Decisive)
{
    /// <summary>Returns the answer of several groups: the weighted sum of their log-odds.</summary>
    /// <param name="logOdds">Each group's.</param>
    /// <param name="mixtureWeights">Each group's, sum 1.</param>
    public static double Mix(ReadOnlySpan<double> logOdds, ReadOnlySpan<double> mixtureWeights)
    {
        var mixed = 0.0;
        for (var g = 0; g < logOdds.Length; g++)
            mixed += mixtureWeights[g] * logOdds[g];
        return mixed;
    }

    /// <summary>Returns the answer without one group, the others keeping their proportions: <c>(mixed - w m) / (1 - w)</c>.</summary>
    /// <param name="mixed">The answer of all.</param>
    /// <param name="logOdds">The group's.</param>
    /// <param name="mixtureWeight">The group's mixture weight.</param>
    /// <returns>NaN when the group is alone.</returns>
    public static double Without(double mixed, double logOdds, double mixtureWeight) =>
        mixtureWeight >= 1 ? double.NaN : (mixed - mixtureWeight * logOdds) / (1 - mixtureWeight);
}
