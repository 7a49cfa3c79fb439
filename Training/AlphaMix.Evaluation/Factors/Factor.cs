namespace AlphaMix.Evaluation.Factors;

/// <summary>A trait that anyone can compute from prices and volumes, and buy: names are ranked by it, the highest score first.</summary>
/// <param name="Key">Its key in JSON and CSV, such as <c>lowVolatility</c>.</param>
/// <param name="Name">Its name in tables, such as <c>low volatility</c>.</param>
/// <param name="Definition">What is held, in a few words.</param>
/// <param name="Bars">Bars up to the decision that a score needs, the decision day's included: the warm-up.</param>
/// <param name="NeedsVolume">Whether it is computed from volumes.</param>
/// <param name="Score">The score of an instrument with at least <paramref name="Bars"/> bars; NaN where it is not defined.</param>
internal sealed record Factor(
    string Key, string Name, string Definition, int Bars, bool NeedsVolume, Func<PastBars, double> Score);
