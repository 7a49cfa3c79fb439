namespace AlphaMix.Training.Groups;

/// <summary>Where the fast vectors r and s start.</summary>
public enum FastVectorStart
{
    /// <summary>+1 or -1 at random (Wen et al. 2020): the experts differ from the first step on.</summary>
    RandomSigns,

    /// <summary>All ones, as the authors' code does: almost no diversity once batches are shuffled.</summary>
    Ones
}
