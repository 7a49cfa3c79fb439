using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;

namespace AlphaMix.Core.Tests.Routers;

[TestFixture]
public class AsNeededEmbeddingTests
{
    private const int Inputs = 37;
    private const int Routers = 3;

    [Test]
    public void Activation_IsTheFormulaOfThePaper_ForEveryRouter()
    {
        var parameters = Parameters();
        var random = new KeyedRandom(4, RandomPurpose.Search);
        for (var sample = 0; sample < 20; sample++)
        {
            var (window, logits) = (Normals(random, Inputs), Normals(random, 2));
            var embedding = Embedding(parameters, window);

            var expected = PlainEmbedding(parameters, window);
            Assert.That(embedding, Is.EqualTo(expected).Within(1e-5));
            Assert.That(expected, Has.Some.LessThan(0).And.Some.GreaterThan(0), "the case is meant to have both slopes");
            for (var k = 0; k < Routers; k++)
            {
                var activation = (double)parameters.OutputBias[k];
                for (var j = 0; j < 8; j++)
                    activation += parameters.OutputWeights[k * 10 + j] * expected[j];
                activation += parameters.OutputWeights[k * 10 + 8] * logits[0] + parameters.OutputWeights[k * 10 + 9] * logits[1];
                Assert.That(AsNeededEmbedding.Activation(parameters, k, embedding, logits), Is.EqualTo(activation).Within(1e-5));
                Assert.That(AsNeededEmbedding.AsksOn(parameters, k, embedding, logits), Is.EqualTo(activation > 0));
            }
        }
    }

    [Test]
    public void Compute_AWindowOfZeros_HasTheEmbeddingOfItsBias()
    {
        var parameters = Parameters();

        Assert.That(AsNeededEmbedding.InverseNorm(new float[Inputs]), Is.Zero);
        Assert.That(Embedding(parameters, new float[Inputs]), Is.EqualTo(PlainEmbedding(parameters, new float[Inputs])).Within(1e-6));
    }

    /// <summary>LeakyReLU(W1 x / ||x|| + b1), sums in double precision.</summary>
    private static double[] PlainEmbedding(AsNeededParameters parameters, float[] window)
    {
        var norm = Math.Sqrt(window.Sum(value => (double)value * value));
        var embedding = new double[8];
        for (var j = 0; j < 8; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < Inputs; i++)
                sum += (double)parameters.EmbeddingWeights[j * Inputs + i] * window[i];
            embedding[j] = (norm > 0 ? sum / norm : 0) + parameters.EmbeddingBias[j];
            embedding[j] *= embedding[j] > 0 ? 1 : 0.01;
        }

        return embedding;
    }

    private static float[] Embedding(AsNeededParameters parameters, float[] window)
    {
        var embedding = new float[8];
        AsNeededEmbedding.Compute(parameters, window, [0], embedding);
        return embedding;
    }

    private static AsNeededParameters Parameters()
    {
        var random = new KeyedRandom(3, RandomPurpose.Search);
        return new AsNeededParameters(
            Inputs, Routers, Normals(random, 8 * Inputs), Normals(random, 8), Normals(random, 10 * Routers), Normals(random, Routers));
    }

    private static float[] Normals(KeyedRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
}
