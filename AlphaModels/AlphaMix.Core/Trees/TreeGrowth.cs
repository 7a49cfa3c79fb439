namespace AlphaMix.Core.Trees;

/// <summary>The order in which a tree grows.</summary>
public enum TreeGrowth
{
    /// <summary>The leaf whose split gains most is split next, as in LightGBM.</summary>
    ByLeaf,

    /// <summary>All leaves of a level are split before those of the next, as in XGBoost.</summary>
    ByDepth,

    /// <summary>All leaves of a level ask one and the same question (oblivious trees), as in CatBoost.</summary>
    Symmetric
}
