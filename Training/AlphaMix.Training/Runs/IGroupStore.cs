using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Runs;

/// <summary>Stores trained groups, so that a stopped run can be resumed.</summary>
public interface IGroupStore
{
    /// <summary>Returns a group trained before; null without one.</summary>
    /// <param name="ordinal">Its number in the run.</param>
    TrainedGroup? Find(int ordinal);

    /// <summary>Stores a trained group. Called from several threads, once a group.</summary>
    /// <param name="group">The group.</param>
    void Keep(TrainedGroup group);
}
