using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Fill rule and cost model of a simulation.</summary>
public sealed record TradingTerms
{
    /// <summary>Gets the price of fills. Default <see cref="FillRule.Close"/>, as in the paper.</summary>
    public FillRule Fill { get; init; } = FillRule.Close;

    /// <summary>Gets the cost model, charged on every trade, the first purchase included. Default none.</summary>
    public ICostModel Costs { get; init; } = ProportionalCosts.None;

    /// <summary>
    /// Gets a value indicating whether an ordinary trade costs anything: <see cref="ICostModel.ExpectedBps"/>, or the proportional model's
    /// fee a share, is above 0.
    /// </summary>
    public bool HasCosts => Costs.ExpectedBps > 0 || Costs is ProportionalCosts { PerShare: > 0 };

    /// <summary>Checks the fill rule and the ranges of <see cref="ProportionalCosts"/>; other cost models check themselves.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names all faults.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (!Enum.IsDefined(Fill))
            faults.Add($"{nameof(Fill)} must be {nameof(FillRule.Close)} or {nameof(FillRule.NextOpen)}, found {(int)Fill}");
        if (Costs is ProportionalCosts proportional)
            faults.AddRange(proportional.Faults());
        if (faults.Count > 0)
            throw new ArgumentException($"Trading terms: {string.Join("; ", faults)}.");
    }
}
