namespace AlphaMix.Core.Routers;

/// <summary>The ways of mixing a pool.</summary>
public enum RouterKind
{
    /// <summary>Vanilla: the mean logits of all groups.</summary>
    V,

    /// <summary>As-needed routers ask one group after another (section 4.1).</summary>
    R,

    /// <summary>With-replacement selection weights the groups (section 4.2).</summary>
    W,

    /// <summary>One group whose parameters are the mean of several (section 4.3).</summary>
    S
}
