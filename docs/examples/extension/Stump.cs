using AlphaMix.Core.Numerics;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Spans;

namespace MyAlpha;

/// <summary>A baseline: the sigmoid of the one value of the window that went along with the label most on the training span.</summary>
public sealed class Stump : IBaseline
{
    public string Name => "Stump";

    public string Source => "One value of the window, chosen on the training span.";

    public IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default)
    {
        var products = new double[data.Panel.Spec.InputSize];
        foreach (var sample in data.Training)
        {
            for (var i = 0; i < products.Length; i++)
                products[i] += (sample.Label - 0.5) * data.Panel.Rows[sample.WindowOffset + i];
        }

        var place = Enumerable.Range(0, products.Length).MaxBy(i => Math.Abs(products[i]));
        return new Fitted(place, Math.Sign(products[place]));
    }

    private sealed class Fitted(int place, int sign) : IFittedBaseline
    {
        public void Forecast(float[] rows, ReadOnlySpan<int> offsets, Span<float> probabilities)
        {
            for (var i = 0; i < offsets.Length; i++)
                probabilities[i] = (float)ExactMath.Sigmoid(sign * rows[offsets[i] + place]);
        }

        public void Dispose()
        {
        }
    }
}
