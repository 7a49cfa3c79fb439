using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Runs;

/// <summary>Keeps nothing: for runs in memory.</summary>
internal sealed class NoGroupStore : IGroupStore
{
    /// <inheritdoc/>
    public TrainedGroup? Find(int ordinal) => null;

    /// <inheritdoc/>
    public void Keep(TrainedGroup group)
    {
    }
}
