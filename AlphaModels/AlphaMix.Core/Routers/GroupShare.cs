namespace AlphaMix.Core.Routers;

/// <summary>The part of one group in a router's score.</summary>
/// <param name="Group">Index of the group in the pool.</param>
/// <param name="MixtureWeight">Mixture weight of its logits, in [0, 1].</param>
public readonly record struct GroupShare(int Group, double MixtureWeight);
