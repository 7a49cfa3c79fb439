using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Kernels;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Tests.Groups;
using AlphaMix.Training.Torch.Devices;
using AlphaMix.Training.Torch.Groups;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Tests.Groups;

[TestFixture]
public class StackGradientTests
{
    private const int Batch = 24;

    [TestCase(LossKind.Individual, 2, false)]
    [TestCase(LossKind.Individual, 2, true)]
    [TestCase(LossKind.Individual, 1, false)]
    [TestCase(LossKind.Individual, 3, true)]
    [TestCase(LossKind.Collaborative, 2, false)]
    [TestCase(LossKind.Collaborative, 1, true)]
    public void Compute_EveryGroup_HasTheGradientThatTheDefinitionGives(LossKind loss, int hiddenLayers, bool ensembleHead)
    {
        const int Groups = 3;
        var samples = Toy.Random(200, 14);
        var layout = new GroupLayout(new GroupShape(14, 9, 4, hiddenLayers, ensembleHead));
        var starts = Enumerable.Range(0, Groups).Select(group => GroupInitialiser.Create(layout, FastVectorStart.RandomSigns, 3, group)).ToArray();
        var batches = Enumerable.Range(0, Groups).Select(group => Enumerable.Range(31 * group, Batch).ToArray()).ToArray();

        var actual = Gradient(samples, layout, loss, starts, batches);

        var losses = new double[4];
        var expected = new double[layout.ParameterCount];
        var definition = new ScalarGroupGradient<double>(layout, samples, loss);
        for (var group = 0; group < Groups; group++)
        {
            definition.Compute(Array.ConvertAll(starts[group], value => (double)value), batches[group], expected, losses);
            Assert.That(
                actual.AsSpan(group * layout.ParameterCount, layout.ParameterCount).ToArray(), Is.EqualTo(expected).Within(2e-7), $"group {group}");
        }
    }

    private static float[] Gradient(TrainingSamples samples, GroupLayout layout, LossKind loss, float[][] starts, int[][] batches)
    {
        using var scope = NewDisposeScope();
        using var panel = new DevicePanel(samples, TorchCpu.Device);
        var parameters = DeviceArray.Upload([.. starts.SelectMany(each => each)], [starts.Length, layout.ParameterCount], TorchCpu.Device);
        var order = DeviceArray.Upload([.. batches.SelectMany(each => each).Select(sample => (long)sample)], [starts.Length * Batch], TorchCpu.Device);
        var windows = panel.Windows.index_select(0, panel.Offsets.index_select(0, order));
        var labels = panel.Labels.index_select(0, order).view(starts.Length, Batch);
        var (gradient, _) = new StackGradient(parameters, layout, Batch, loss).Compute(windows, labels);
        var values = new float[starts.Length * layout.ParameterCount];
        DeviceArray.Download(gradient, values);
        return values;
    }
}
