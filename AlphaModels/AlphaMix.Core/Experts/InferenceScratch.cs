using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Experts;

/// <summary>
/// Working memory of groups (<see cref="IGroup"/>): grows to the largest batch seen and is then reused. Not thread-safe: one a thread.
/// </summary>
public sealed class InferenceScratch
{
    private double[] _scores = [];
    private AlignedFloats _layerInput = new(0);
    private AlignedFloats _layerOutput = new(0);
    private float[] _logits = [];

    /// <summary>Provides room for two hidden layers of <paramref name="count"/> values, one read while the other is written.</summary>
    internal void Hidden(int count, out Span<float> input, out Span<float> output)
    {
        if (_layerInput.Length < count)
        {
            _layerInput = new AlignedFloats(count);
            _layerOutput = new AlignedFloats(count);
        }

        input = _layerInput.Slice(0, count);
        output = _layerOutput.Slice(0, count);
    }

    /// <summary>Returns room for scores in double precision.</summary>
    internal Span<double> Scores(int count)
    {
        if (_scores.Length < count)
            _scores = new double[count];
        return _scores.AsSpan(0, count);
    }

    /// <summary>Returns room for one expert's logits.</summary>
    internal Span<float> Logits(int count)
    {
        if (_logits.Length < count)
            _logits = new float[count];
        return _logits.AsSpan(0, count);
    }
}
