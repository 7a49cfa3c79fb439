namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// How often the validation span was used to select something, summed over dated pools; counts, not negative. Each use biases results on
/// that span upwards, and their total stands in for the trials of the deflated Sharpe ratio when those are not given.
/// </summary>
public sealed record ValidationUses
{
    /// <summary>
    /// Gets the number of epochs whose parameters were compared on it, over all groups trained; 0 where the last epoch is taken.
    /// </summary>
    public int Epochs { get; init; }

    /// <summary>Gets the number of hyperparameter trials ranked on it to find the top K; 0 without a search.</summary>
    public int TopK { get; init; }

    /// <summary>Gets the number of portfolio profits computed by the selection with replacement (W); 0 without W.</summary>
    public int W { get; init; }

    /// <summary>Gets the number of portfolio profits computed by the soup (S) for its ingredients; 0 without S.</summary>
    public int S { get; init; }

    /// <summary>
    /// Gets the number of groups ranked for the as-needed router (R) and of routers fitted between them; 0 without R.
    /// </summary>
    public int R { get; init; }

    /// <summary>Gets the number of calibrations fitted on it.</summary>
    public int Calibration { get; init; }

    /// <summary>Gets the number of uses for any other purpose: those that routers and forecasters of extensions report.</summary>
    public int Extensions { get; init; }

    /// <summary>Gets the sum of all uses above.</summary>
    public int Total => Epochs + TopK + W + S + R + Calibration + Extensions;
}
