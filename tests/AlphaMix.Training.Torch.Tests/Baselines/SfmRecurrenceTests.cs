using AlphaMix.Core.Numerics;
using AlphaMix.Training.Torch.Baselines;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Tests.Baselines;

/// <summary>The network of <see cref="SfmBaseline"/> against the published recurrences, in double, one number after the other.</summary>
[TestFixture]
public class SfmRecurrenceTests
{
    private const int Days = 7, Features = 5, States = 8, Frequencies = 3;

    [Test]
    public void Forward_EqualsThePlainLoop()
    {
        using var scope = NewDisposeScope();
        var random = new KeyedRandom(11, RandomPurpose.Market);
        var network = new SfmBaseline.Network(Features);
        var start = new ParameterStart(random);
        foreach (var (_, parameter) in network.named_parameters())
            start.Uniform(parameter, 0.8);
        var window = Enumerable.Range(0, Days * Features).Select(_ => (float)random.NextNormal()).ToArray();

        float[] logits = new float[2];
        using (no_grad())
            DeviceArray.Download(network.forward(DeviceArray.Upload(window, [1, Days, Features], CPU)), logits);

        Assert.That(logits, Is.EqualTo(Plain(network, window)).Within(1e-5));
    }

    private static double[] Plain(SfmBaseline.Network network, float[] window)
    {
        var values = network.named_parameters().ToDictionary(each => each.name, each => Array.ConvertAll(each.parameter.data<float>().ToArray(), value => (double)value));
        var state = new double[States];
        var real = new double[States, Frequencies];
        var imaginary = new double[States, Frequencies];
        for (var day = 0; day < Days; day++)
        {
            double[] x = [.. Enumerable.Range(0, Features).Select(feature => (double)window[day * Features + feature])];
            double Sum(string gate, int unit, int width) =>
                values["_b" + gate][unit]
                + x.Select((value, k) => value * values["_w" + gate][k * width + unit]).Sum()
                + state.Select((value, k) => value * values["_u" + gate][k * width + unit]).Sum();

            var next = new double[States];
            for (var d = 0; d < States; d++)
            {
                var candidate = HardSigmoid(Sum("i", d, States)) * Math.Tanh(Sum("c", d, States));
                var amplitude = values["_amplitudeBias"][d];
                for (var k = 0; k < Frequencies; k++)
                {
                    var forget = HardSigmoid(Sum("s", d, States)) * HardSigmoid(Sum("f", k, Frequencies));
                    var angle = 2 * Math.PI * k / Frequencies * (day + 1);
                    real[d, k] = forget * real[d, k] + candidate * Math.Cos(angle);
                    imaginary[d, k] = forget * imaginary[d, k] + candidate * Math.Sin(angle);
                    amplitude += (real[d, k] * real[d, k] + imaginary[d, k] * imaginary[d, k]) * values["_amplitude"][k];
                }

                next[d] = HardSigmoid(Sum("o", d, States)) * Math.Tanh(amplitude);
            }

            state = next;
        }

        return [.. Enumerable.Range(0, 2).Select(output =>
            values["_head.bias"][output] + state.Select((value, d) => value * values["_head.weight"][output * States + d]).Sum())];
    }

    private static double HardSigmoid(double value) => Math.Clamp(value / 6 + 0.5, 0, 1);
}
