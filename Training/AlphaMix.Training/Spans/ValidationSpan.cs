using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Spans;

/// <summary>Judges predictions on the validation span. Safe to use from several threads.</summary>
internal sealed class ValidationSpan
{
    private readonly TrainingData _data;
    private readonly int[] _offsets;
    private readonly byte[] _labels;
    private readonly ProfitMeter _profit;

    /// <summary>Initializes a new instance of the <see cref="ValidationSpan"/> class.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="configuration">The portfolio rule.</param>
    public ValidationSpan(TrainingData data, TrainingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(configuration);
        _data = data;
        _offsets = Array.ConvertAll(data.Validation, sample => sample.WindowOffset);
        _labels = Array.ConvertAll(data.Validation, sample => sample.Label);
        _profit = new ProfitMeter(
            data.Panel, configuration.Split, data.Validation, configuration.LabelSpec, configuration.Portfolio.TopK);
    }

    /// <summary>Gets the scaled rows that windows are slices of.</summary>
    internal float[] Rows => _data.Panel.Rows;

    /// <summary>Gets the values in a window.</summary>
    internal int WindowSize => _data.Panel.Spec.InputSize;

    /// <summary>Gets where each sample's window starts in the rows.</summary>
    internal int[] Offsets => _offsets;

    /// <summary>Gets each sample's label, 1 (up) or 0 (down).</summary>
    internal byte[] Labels => _labels;

    /// <summary>Returns the validation figures of a group.</summary>
    /// <param name="shape">Architecture.</param>
    /// <param name="parameters">Parameter vector.</param>
    public ValidationFigures Judge(GroupShape shape, float[] parameters) => Judge(new ExpertGroup(shape, parameters));

    /// <summary>Returns the validation figures of a group of any kind.</summary>
    /// <param name="group">The group.</param>
    public ValidationFigures Judge(IGroup group)
    {
        var logits = Logits(group);
        double loss = 0;
        var right = 0;
        for (var i = 0; i < _labels.Length; i++)
        {
            var margin = (double)logits[2 * i + 1] - logits[2 * i];
            loss += ExactMath.Softplus(_labels[i] == 1 ? -margin : margin);
            if (margin > 0 == (_labels[i] == 1))
                right++;
        }

        return new ValidationFigures(loss / _labels.Length, (double)right / _labels.Length, Profit(logits));
    }

    /// <summary>Returns Pro: the total return of the daily top-k strategy by P(up), as a fraction, no costs (paper, section 4.2).</summary>
    /// <param name="logits">Per validation sample, the two logits.</param>
    public double Profit(ReadOnlySpan<float> logits)
    {
        var probabilities = new float[_labels.Length];
        Core.Experts.Logits.ToProbabilities(logits, probabilities);
        return ProfitOf(probabilities);
    }

    /// <summary>Returns Pro of P(up), one a validation sample.</summary>
    internal double ProfitOf(ReadOnlySpan<float> probabilities) => _profit.Measure(probabilities);

    /// <summary>Computes the logits of a group.</summary>
    /// <param name="group">The group.</param>
    /// <returns>Shape (samples x 2), in the order of the validation samples.</returns>
    internal float[] Logits(IGroup group)
    {
        var logits = new float[_offsets.Length * GroupShape.Outputs];
        group.Logits(_data.Panel.Rows, _offsets, logits, new InferenceScratch());
        return logits;
    }
}
