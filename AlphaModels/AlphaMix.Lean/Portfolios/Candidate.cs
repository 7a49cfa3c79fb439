using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean.Portfolios;

/// <summary>One security with its weight and confidence merged over all sources.</summary>
/// <param name="Symbol">The security.</param>
/// <param name="Insight">The newest insight, which represents the security; null when a rule holds it without one.</param>
/// <param name="Direction">The direction of the merged weight; of the insight where that is 0.</param>
/// <param name="Weight">The merged weight, negative for a short.</param>
/// <param name="Confidence">The merged confidence.</param>
/// <param name="IsHeld">Whether the portfolio holds the security in this direction.</param>
internal readonly record struct Candidate(
    Symbol Symbol, Insight? Insight, InsightDirection Direction, double Weight, double Confidence, bool IsHeld)
{
    /// <summary>Orders by confidence; ties to the ordinal permtick.</summary>
    public static int ByConfidence(Candidate left, Candidate right) =>
        left.Confidence == right.Confidence
            ? string.CompareOrdinal(left.Symbol.ID.Symbol, right.Symbol.ID.Symbol)
            : right.Confidence.CompareTo(left.Confidence);

    /// <summary>Orders by size, then by confidence.</summary>
    public static int BySize(Candidate left, Candidate right) =>
        Math.Abs(left.Weight) == Math.Abs(right.Weight)
            ? ByConfidence(left, right)
            : Math.Abs(right.Weight).CompareTo(Math.Abs(left.Weight));
}
