using AlphaMix.Core.Experts;
using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>A trained group of a small pool.</summary>
/// <param name="Member">Architecture, hyperparameters and start.</param>
/// <param name="Parameters">The parameter vector.</param>
internal sealed record AblationGroup(SoupMember Member, float[] Parameters)
{
    /// <summary>Gets the architecture.</summary>
    public GroupShape Shape => Member.Shape;
}
