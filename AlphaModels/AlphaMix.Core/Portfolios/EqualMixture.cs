using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>Divides the portfolio equally among the strategies, whatever they earned. Remembers nothing.</summary>
public sealed record EqualMixture : IStrategyMixture
{
    /// <summary>The name under which the mixture is registered.</summary>
    public const string MixtureName = "equal";

    /// <inheritdoc/>
    public string Name => MixtureName;

    /// <inheritdoc/>
    public Parameters Parameters => Parameters.None;

    /// <inheritdoc/>
    public int MemorySize => 0;

    /// <summary>Creates the mixture; it has no parameters.</summary>
    /// <exception cref="ArgumentException">A parameter is given.</exception>
    public static EqualMixture Create(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireKnown();
        return new EqualMixture();
    }

    /// <inheritdoc/>
    public void Remember(double gain, double elapsedDays, Span<double> memory)
    {
    }

    /// <inheritdoc/>
    public void Share(ReadOnlySpan<double> memories, Span<double> shares) => shares.Fill(1.0 / shares.Length);
}
