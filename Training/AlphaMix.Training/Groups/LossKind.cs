namespace AlphaMix.Training.Groups;

/// <summary>How the experts' losses are combined.</summary>
public enum LossKind
{
    /// <summary>Each expert is trained on its own sub-batch: the mean of the experts' cross-entropies (paper, Eq. 6).</summary>
    Individual,

    /// <summary>
    /// Every expert sees the whole mini-batch, and the loss is that of their mean logits (paper, Eq. 5), for the ablation. M times the
    /// work.
    /// </summary>
    Collaborative
}
