namespace AlphaMix.Core.Routers;

/// <summary>One group's part in a router's answer.</summary>
/// <param name="Group">Index of the group in the pool.</param>
/// <param name="MixtureWeight">What its logits count in the mixture, in [0, 1].</param>
public readonly record struct GroupShare(int Group, double MixtureWeight);
