using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>A cost in basis points of the traded value plus a fee a share, each side; a round trip pays twice.</summary>
public sealed record ProportionalCosts : ICostModel
{
    /// <summary>The name under which the model is registered.</summary>
    public const string ModelName = "proportional";

    /// <summary>Gets the model that charges nothing.</summary>
    public static ProportionalCosts None { get; } = new();

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <summary>Gets the cost in basis points of the traded value, each side, in [0, 10000). Default 0.</summary>
    public double Bps { get; init; }

    /// <summary>
    /// Gets the cost of one share, each side, in the currency of the prices as they were traded; not negative. Default 0.
    /// </summary>
    public double PerShare { get; init; }

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None.With("bps", Bps).With("perShare", PerShare);

    /// <inheritdoc/>
    public double ExpectedBps => Bps;

    /// <summary>Creates the model from <c>bps</c> and <c>perShare</c>.</summary>
    /// <exception cref="ArgumentException">A parameter is unknown, of the wrong kind, or out of its range.</exception>
    public static ProportionalCosts Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown("bps", "perShare");
        var costs = new ProportionalCosts { Bps = parameters.Number("bps", 0), PerShare = parameters.Number("perShare", 0) };
        costs.Validate();
        return costs;
    }

    /// <inheritdoc/>
    public double CostOf(double sharesPerUnit, double dollarVolume) => Bps / 10_000 + PerShare * sharesPerUnit;

    /// <summary>Checks the costs.</summary>
    /// <exception cref="ArgumentException">A cost is out of range; the message names all faults.</exception>
    public void Validate()
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
            throw new ArgumentException($"Costs: {string.Join("; ", faults)}.");
    }

    /// <summary>Returns every fault of the costs, none when they can be charged.</summary>
    public IEnumerable<string> Faults()
    {
        if (!(Bps >= 0 && Bps < 10_000))
            yield return FormattableString.Invariant($"the cost in basis points must lie in [0, 10000), found {Bps}");
        if (!(PerShare >= 0 && double.IsFinite(PerShare)))
            yield return FormattableString.Invariant($"the cost per share must be finite and not negative, found {PerShare}");
    }
}
