using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Spans;

namespace MyAlpha;

/// <summary>The sigmoid of a linear function of the window: each value counts by how it leaned, on average, before prices rose.</summary>
public sealed class Leaning : IForecaster
{
    private readonly float[] _leanings;
    private readonly double _shrink;

    /// <summary>Creates the forecaster from what the trainer below returned.</summary>
    public Leaning(FittedState state, FeatureSpec features)
    {
        if (state.Version != 1)
            throw new ArgumentException($"leaning: expected version 1, found {state.Version}.");
        _leanings = state.Values("leanings", features.InputSize).ToArray();
        _shrink = state.Parameters.Number("shrink", 1);
    }

    public string Name => "leaning";

    public void Forecast(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, WorkingMemory memory)
    {
        for (var i = 0; i < offsets.Length; i++)
        {
            var window = rows.Slice(offsets[i], _leanings.Length);
            var sum = 0.0;
            for (var j = 0; j < window.Length; j++)
                sum += _leanings[j] * window[j];
            probabilities[i] = (float)ExactMath.Sigmoid(_shrink * sum);
        }
    }
}

/// <summary>Averages the windows of the training span, those before a fall with a minus sign.</summary>
public sealed class LeaningTrainer : IForecasterTrainer
{
    public string Name => "leaning";

    public TrainedForecaster Train(TrainingData data, Parameters options, long seed, CancellationToken cancellation)
    {
        options.RequireKnown("shrink");
        var leanings = new float[data.Panel.Spec.InputSize];
        foreach (var sample in data.Training)
        {
            cancellation.ThrowIfCancellationRequested();
            var window = data.Panel.Rows.AsSpan(sample.WindowOffset, leanings.Length);
            for (var i = 0; i < leanings.Length; i++)
                leanings[i] += (sample.Label == 1 ? 1 : -1) * window[i] / data.Training.Length;
        }

        var state = new FittedState(Name, version: 1, options, [new Tensor("leanings", [leanings.Length], leanings)]);
        return new TrainedForecaster(state, ValidationUses: 0);
    }
}
