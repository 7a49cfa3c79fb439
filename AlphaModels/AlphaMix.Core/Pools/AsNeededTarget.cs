namespace AlphaMix.Core.Pools;

/// <summary>When an as-needed router should turn the next group on.</summary>
public enum AsNeededTarget
{
    /// <summary>The mean logits of the first k groups are wrong (paper, section 4.1).</summary>
    Paper,

    /// <summary>They are wrong, and those of more groups would be right (RIDE, Wang et al. 2021).</summary>
    Ride
}
