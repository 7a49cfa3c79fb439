namespace AlphaMix.Core.Features;

/// <summary>
/// A feature made of residual returns, ranked across the instruments of a day. An instrument's own bars are not enough for it:
/// <c>Residuals.ResidualCrossSection</c> computes it, day by day, for all instruments together.
/// </summary>
internal sealed class ResidualFunction : IFeatureFunction
{
    /// <summary>Market days that the model behind the residuals is fitted on.</summary>
    public const int FitDays = 126;

    /// <summary>Weekdays between two fits.</summary>
    public const int BlockDays = 21;

    /// <summary>The residual returns of the last L days, added.</summary>
    public static readonly ResidualFunction Return = new("residualReturn", 1);

    /// <summary>The s-score of the last L residual returns.</summary>
    public static readonly ResidualFunction Score = new("residualScore", 10);

    private ResidualFunction(string name, int leastLookback) => (Name, LeastLookback) = (name, leastLookback);

    public string Name { get; }

    public int LeastLookback { get; }

    /// <summary>Returns the market days after which rows no longer depend on where a stream began.</summary>
    /// <param name="lookback">The longest look-back of the features.</param>
    public static int WarmUpDays(int lookback) => lookback + BlockDays + FitDays + 1;

    public float Compute(ReadOnlySpan<Bar> bars, PriceSource source) =>
        throw new InvalidOperationException($"{Name} depends on the other instruments of the day: one instrument's bars do not give it.");
}
