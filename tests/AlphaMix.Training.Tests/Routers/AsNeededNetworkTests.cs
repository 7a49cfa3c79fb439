using AlphaMix.Core.Numerics;
using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Tests.Routers;

[TestFixture]
public class AsNeededNetworkTests
{
    private const int Inputs = 7;
    private const int Routers = 3;
    private static readonly double[] Omega = [1.7, 0.6, 1];
    private static readonly bool[] AskOn = [true, false, true];

    [Test]
    public void Accumulate_EveryParameter_HasTheNumericGradient()
    {
        var network = new AsNeededNetwork(Inputs, Routers);
        var parameters = network.Initialise(seed: 5);
        var random = new KeyedRandom(5, RandomPurpose.Search);
        var window = Normals(random, Inputs);
        var logits = Normals(random, 2 * Routers);
        var gradient = new double[network.ParameterCount];
        network.Accumulate(parameters, window, logits, AskOn, Omega, gradient);

        for (var i = 0; i < parameters.Length; i++)
        {
            const double step = 1e-6;
            var numeric = (Loss(network, parameters, i, step, window, logits) - Loss(network, parameters, i, -step, window, logits)) / (2 * step);
            Assert.That(gradient[i], Is.EqualTo(numeric).Within(1e-7), $"parameter {i}");
        }
    }

    [Test]
    public void ToParameters_TheRouter_SeesTheActivationThatWasFitted()
    {
        var network = new AsNeededNetwork(Inputs, Routers);
        var flat = network.Initialise(seed: 9);
        var parameters = network.ToParameters(flat);

        Assert.Multiple(() =>
        {
            Assert.That(parameters.Routers, Is.EqualTo(Routers));
            Assert.That(parameters.EmbeddingWeights, Has.Length.EqualTo(8 * Inputs));
            Assert.That(parameters.OutputWeights[^1], Is.EqualTo((float)flat[8 * Inputs + 8 + Routers * 10 - 1]));
            Assert.That(parameters.OutputBias[0], Is.EqualTo((float)flat[^Routers]));
        });
    }

    private static double Loss(AsNeededNetwork network, double[] parameters, int index, double step, float[] window, float[] logits)
    {
        var moved = (double[])parameters.Clone();
        moved[index] += step;
        return network.Accumulate(moved, window, logits, AskOn, Omega, new double[moved.Length]);
    }

    private static float[] Normals(KeyedRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
}
