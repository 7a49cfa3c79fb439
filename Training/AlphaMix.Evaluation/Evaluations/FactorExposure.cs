namespace AlphaMix.Evaluation.Evaluations;

/// <summary>A strategy's exposure to one factor.</summary>
/// <param name="Key">The factor's key.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Beta">
/// The slope of the strategy's daily net return: on 1/N's, or on the factor portfolio's less 1/N's, both after the same costs.
/// </param>
/// <param name="T">The slope over its standard error (Newey and West).</param>
/// <param name="Yearly">
/// Its part in the active return over 1/N, a fraction a year: the slope times the mean of what it is on, with 1 taken from 1/N's. With
/// alpha, the parts add up to the active return.
/// </param>
internal sealed record FactorExposure(string Key, string Name, double Beta, double T, double Yearly);
