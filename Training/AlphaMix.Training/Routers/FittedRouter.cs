using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Routers;

/// <summary>A fitted router.</summary>
public record FittedRouter
{
    /// <summary>Initializes a new instance of the <see cref="FittedRouter"/> class.</summary>
    /// <param name="state">Parameters and tensors, under the fitter's name.</param>
    public FittedRouter(FittedState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        State = state;
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="FittedRouter"/> class for a router of the paper: the artifact has fields of its own for
    /// it.
    /// </summary>
    private protected FittedRouter()
    {
    }

    /// <summary>Gets the parameters and tensors from which the factory creates the router; null for R, W and S.</summary>
    public FittedState? State { get; }

    /// <summary>
    /// Gets how often the fit used the validation span to decide something: fits, candidates compared. Default 1; counted as at least the
    /// calls of <see cref="RouterFitContext.Profit(ReadOnlySpan{float})"/>.
    /// </summary>
    public int ValidationUses { get; init; } = 1;
}
