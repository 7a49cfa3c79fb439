using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Experts;

public class ExpertGroupTests
{
    private static readonly GroupShape Shape = new(110, 33, 4);

    [Test, Combinatorial]
    public void ExpertLogits_EqualThePlainFormula(
        [Values(1, 2, 3)] int hiddenLayers, [Values] bool ensembleHead, [Values(1, 7, 33, 100, 128)] int hiddenSize)
    {
        var group = Group(new GroupShape(22, hiddenSize, 3, hiddenLayers, ensembleHead));
        var (rows, offsets) = Windows(9, 22);
        var logits = new float[18];

        for (var expert = 0; expert < 3; expert++)
        {
            group.ExpertLogits(expert, rows, offsets, logits, new InferenceScratch());

            var expected = offsets.SelectMany(offset => Plain(group, expert, rows.AsSpan(offset, 22)));
            Assert.That(Array.ConvertAll(logits, value => (double)value), Is.EqualTo(expected).Within(1e-5));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    public void Logits_AreTheMeanOfTheExpertsRunOneByOne_OnTheSameSample(int experts)
    {
        var group = Group(Shape with { Experts = experts });
        var (rows, offsets) = Windows(13, 110);
        var sum = new float[26];
        var one = new float[26];
        var scratch = new InferenceScratch();
        for (var expert = 0; expert < experts; expert++)
        {
            group.ExpertLogits(expert, rows, offsets, one, scratch);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += one[i];
        }

        var logits = new float[26];
        group.Logits(rows, offsets, logits, scratch);

        Assert.That(logits, Is.EqualTo(sum.Select(value => value * (1f / experts))));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(8)]
    [TestCase(9)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(129)]
    [TestCase(300)]
    public void Logits_OfASample_AreTheSameBitsAloneAndInAnyBatch(int count)
    {
        var group = Group(Shape);
        var (rows, offsets) = Windows(count, 110);
        var scratch = new InferenceScratch();
        var together = new float[2 * count];
        group.Logits(rows, offsets, together, scratch);

        var alone = new float[2 * count];
        for (var i = 0; i < count; i++)
            group.Logits(rows, offsets.AsSpan(i, 1), alone.AsSpan(2 * i, 2), scratch);

        Assert.That(together, Is.EqualTo(alone));
        Assert.That(together.Distinct().Count(), Is.GreaterThan(count));
    }

    [Test]
    public void Logits_AfterTheFirstCall_AllocateNothing()
    {
        var group = Group(Shape);
        var (rows, offsets) = Windows(300, 110);
        var logits = new float[600];
        var scratch = new InferenceScratch();
        group.Logits(rows, offsets, logits, scratch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        group.Logits(rows, offsets, logits, scratch);
        group.Logits(rows, offsets.AsSpan(0, 5), logits.AsSpan(0, 10), scratch);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Logits_NoSamples_GiveNothing()
        => Assert.That(() => Group(Shape).Logits([], [], [], new InferenceScratch()), Throws.Nothing);

    [Test]
    public void Logits_WrongRoom_IsRefused()
        => Assert.That(
            () => Group(Shape).Logits(new float[110], [0], new float[3], new InferenceScratch()),
            Throws.ArgumentException.With.Message.Contains("1 samples have 2 logits, found room for 3."));

    [Test]
    public void Logits_WindowPastTheEnd_IsRefused()
        => Assert.That(
            () => Group(Shape).Logits(new float[110], [1], new float[2], new InferenceScratch()), Throws.ArgumentException);

    [TestCase(-1)]
    [TestCase(4)]
    public void ExpertLogits_NoSuchExpert_IsRefused(int expert)
        => Assert.That(
            () => Group(Shape).ExpertLogits(expert, new float[110], [0], new float[2], new InferenceScratch()),
            Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Constructor_WrongLength_IsRefused()
        => Assert.That(() => new ExpertGroup(Shape, new float[5]), Throws.ArgumentException.With.Message.Contains("found 5"));

    // y = ((x o r) W + b) o s + b_i in double, straight from the definition.
    private static double[] Plain(ExpertGroup group, int expert, ReadOnlySpan<float> window)
    {
        var p = group.Parameters;
        var x = new double[window.Length];
        for (var k = 0; k < x.Length; k++)
            x[k] = window[k];
        foreach (var layer in group.Layout.Layers)
        {
            var y = new double[layer.Outputs];
            for (var j = 0; j < y.Length; j++)
            {
                for (var k = 0; k < layer.Inputs; k++)
                {
                    var r = layer.IsEnsembled ? p[layer.InputFast + expert * layer.Inputs + k] : 1;
                    y[j] += x[k] * r * p[layer.SlowWeights + k * layer.Outputs + j];
                }

                y[j] += p[layer.Bias + j];
                if (layer.IsEnsembled)
                    y[j] = y[j] * p[layer.OutputFast + expert * layer.Outputs + j] + p[layer.ExpertBias + expert * layer.Outputs + j];
                if (layer != group.Layout.Layers[^1] && y[j] < 0)
                    y[j] *= 0.01;
            }

            x = y;
        }

        return x;
    }

    private static ExpertGroup Group(GroupShape shape)
    {
        var random = new KeyedRandom(5, RandomPurpose.Initialisation);
        var parameters = new float[new GroupLayout(shape).ParameterCount];
        foreach (ref var value in parameters.AsSpan())
            value = random.NextSymmetric(0.5f);
        return new ExpertGroup(shape, parameters);
    }

    private static (float[] Rows, int[] Offsets) Windows(int count, int size)
    {
        var random = new KeyedRandom(5, RandomPurpose.Market);
        var rows = new float[11 * count + size];
        foreach (ref var value in rows.AsSpan())
            value = (float)random.NextNormal();
        return (rows, [.. Enumerable.Range(0, count).Select(i => 11 * i)]);
    }
}
