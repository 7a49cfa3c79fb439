namespace AlphaMix.Lean;

/// <summary>How the portfolio is shared among several alpha models.</summary>
public enum SourceMixture
{
    /// <summary>Every alpha model that has a say gets the same share.</summary>
    Equal,

    /// <summary>An alpha model's share grows with its record: the realised return of its past insights over their volatility.</summary>
    Record,

    /// <summary>The alpha model with the best record gets everything.</summary>
    Leader
}
