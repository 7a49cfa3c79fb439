using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>At which prices a portfolio trades, and at what cost.</summary>
public sealed record TradingTerms
{
    /// <summary>Gets the price of fills. Default <see cref="FillRule.Close"/>, as in the paper.</summary>
    public FillRule Fill { get; init; } = FillRule.Close;

    /// <summary>Gets what trades cost. Default nothing.</summary>
    public ICostModel Costs { get; init; } = ProportionalCosts.None;

    /// <summary>Gets a value indicating whether an ordinary trade costs anything.</summary>
    public bool HasCosts => Costs.ExpectedBps > 0 || Costs is ProportionalCosts { PerShare: > 0 };

    /// <summary>Checks the terms.</summary>
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
