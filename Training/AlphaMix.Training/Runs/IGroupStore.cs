using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Runs;

/// <summary>Keeps trained groups, so that a run can be taken up again.</summary>
public interface IGroupStore
{
    /// <summary>Returns a group trained before, or null.</summary>
    TrainedGroup? Find(int ordinal);

    /// <summary>Keeps a trained group. Called from several threads, once a group.</summary>
    void Keep(TrainedGroup group);
}
