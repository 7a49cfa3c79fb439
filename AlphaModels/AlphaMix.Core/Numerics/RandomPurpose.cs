namespace AlphaMix.Core.Numerics;

/// <summary>
/// The use of a random stream, so that two uses of one seed are independent. The numbers are part of "same seed, same bytes": append, never
/// renumber.
/// </summary>
public enum RandomPurpose
{
    /// <summary>Initial parameters of a group; keyed by initialisation.</summary>
    Initialisation = 1,

    /// <summary>Order and membership of mini-batches; keyed by group and epoch.</summary>
    Shuffle = 2,

    /// <summary>Trials of a random search.</summary>
    Search = 3,

    /// <summary>Initial parameters of routers.</summary>
    RouterInitialisation = 4,

    /// <summary>Order of mini-batches in router fitting; keyed by router and epoch.</summary>
    RouterShuffle = 5,

    /// <summary>Random top-k portfolios; keyed by portfolio.</summary>
    RandomPortfolios = 6,

    /// <summary>Permuted portfolios; keyed by portfolio.</summary>
    PermutedPortfolios = 7,

    /// <summary>The simulated market; keyed by instrument.</summary>
    Market = 8,

    /// <summary>Resampled days of the bootstrap; one stream a test.</summary>
    Bootstrap = 9,

    /// <summary>Resampled training samples of a bagged baseline; keyed by member.</summary>
    Bagging = 10,

    /// <summary>Features given to other instruments of the day, for their importance; keyed by feature and day.</summary>
    FeaturePermutation = 12
}
