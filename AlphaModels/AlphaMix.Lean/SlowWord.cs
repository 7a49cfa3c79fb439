using QuantConnect;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean;

/// <summary>What the alpha model says of one name under a slow rule.</summary>
/// <param name="Symbol">The name.</param>
/// <param name="Direction">Up, or Down on the short side.</param>
/// <param name="Confidence">Its averaged score, or 1 less it for Down.</param>
/// <param name="Weight">The portfolio weight of a name that may enter; 0 for one that may only stay.</param>
/// <param name="Tag">Its rank, or why it is spoken of.</param>
internal sealed record SlowWord(Symbol Symbol, InsightDirection Direction, double Confidence, double Weight, string Tag)
{
    /// <summary>Begins the tag of a held name without a bar today: it can be neither sold nor replaced.</summary>
    public const string Halted = "halted";

    /// <summary>Begins the tags of a day on which the whole portfolio is made anew.</summary>
    public const string Rebuild = "rebuild";
}
