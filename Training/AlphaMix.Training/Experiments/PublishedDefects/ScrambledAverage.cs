using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>
/// The authors' average over the wrong axis. A batch of B samples is tiled expert after expert, so that row i * B + b is sample b seen by
/// expert i; the rows are then averaged M at a time as if they lay sample after sample. What comes out for sample j is a mean over up to
/// M other samples of one expert.
/// </summary>
internal static class ScrambledAverage
{
    /// <summary>Returns the sample and the expert that lie at a row of the tiled batch.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="samples">Samples in the batch (B).</param>
    public static (int Expert, int Sample) At(int row, int samples) => (row / samples, row % samples);

    /// <summary>Averages one batch.</summary>
    /// <param name="expertLogits">Per expert, the logits of all samples, (samples x 2).</param>
    /// <param name="batch">The samples of the batch, in the order in which they are tiled.</param>
    /// <param name="logits">Receives the averages of the batch's samples at their places, (samples x 2).</param>
    public static void Compute(IReadOnlyList<float[]> expertLogits, ReadOnlySpan<int> batch, Span<float> logits)
    {
        ArgumentNullException.ThrowIfNull(expertLogits);
        var experts = expertLogits.Count;
        for (var j = 0; j < batch.Length; j++)
        {
            for (var output = 0; output < GroupShape.Outputs; output++)
            {
                var sum = 0.0;
                for (var q = 0; q < experts; q++)
                {
                    var (expert, sample) = At(j * experts + q, batch.Length);
                    sum += expertLogits[expert][GroupShape.Outputs * batch[sample] + output];
                }

                logits[GroupShape.Outputs * batch[j] + output] = (float)(sum / experts);
            }
        }
    }
}
