using AlphaMix.Core.Experts;
using AlphaMix.Training.Experiments.Data;
using AlphaMix.Training.Experiments.PublishedDefects;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>
/// Reads a group's mean logits on the samples of a span: over its experts for the same sample, or over the authors' wrong axis, a day being
/// a batch.
/// </summary>
/// <param name="rows">Scaled rows.</param>
/// <param name="scrambled">Whether the wrong axis is averaged.</param>
internal sealed class GroupReader(float[] rows, bool scrambled)
{
    /// <summary>Returns the logits, (samples x 2).</summary>
    public float[] Read(AblationGroup group, ScoredSpan span)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(span);
        var experts = new ExpertGroup(group.Shape, group.Parameters);
        var logits = new float[GroupShape.Outputs * span.Offsets.Length];
        if (!scrambled)
        {
            experts.Logits(rows, span.Offsets, logits, new InferenceScratch());
            return logits;
        }

        var each = Experts(experts, span);
        foreach (var batch in span.Batches)
            ScrambledAverage.Compute(each, batch, logits);
        return logits;
    }

    /// <summary>Returns each expert's logits, (experts) x (samples x 2).</summary>
    public float[][] Experts(ExpertGroup group, ScoredSpan span)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(span);
        var scratch = new InferenceScratch();
        var logits = new float[group.Shape.Experts][];
        for (var expert = 0; expert < logits.Length; expert++)
        {
            logits[expert] = new float[GroupShape.Outputs * span.Offsets.Length];
            group.ExpertLogits(expert, rows, span.Offsets, logits[expert], scratch);
        }

        return logits;
    }
}
