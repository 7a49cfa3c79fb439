using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Kernels;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Tests.Groups.Kernels;

public class ScalarGroupGradientTests
{
    private const double Step = 1e-6;

    [Test, Combinatorial]
    public void Compute_EqualsTheNumericDerivative_ForEveryParameter(
        [Values] LossKind loss, [Values] bool ensembleHead, [Values(1, 2, 3)] int hiddenLayers, [Values(1, 2, 4)] int experts)
    {
        var layout = new GroupLayout(new GroupShape(5, 3, experts, hiddenLayers, ensembleHead));
        var gradient = new ScalarGroupGradient<double>(layout, Toy.Random(8, 5), loss);
        var parameters = Start(layout);
        var analytic = new double[parameters.Length];
        gradient.Compute(parameters, Batch, analytic, new double[experts]);

        var numeric = Enumerable.Range(0, parameters.Length)
            .Select(i => (Loss(gradient, parameters, i, Step, loss, experts) - Loss(gradient, parameters, i, -Step, loss, experts)) / (2 * Step));

        Assert.That(analytic, Is.EqualTo(numeric).Within(1e-8));
        Assert.That(analytic.Count(slope => Math.Abs(slope) > 1e-6), Is.GreaterThan(parameters.Length * 9 / 10));
    }

    [Test]
    public void Compute_GivesEqualExpertsTheSameLossForBothKinds()
    {
        var layout = new GroupLayout(new GroupShape(5, 3, 1));
        var samples = Toy.Random(8, 5);
        var parameters = Start(layout);
        var individual = new double[1];
        var collaborative = new double[1];

        new ScalarGroupGradient<double>(layout, samples, LossKind.Individual)
            .Compute(parameters, Batch, new double[parameters.Length], individual);
        new ScalarGroupGradient<double>(layout, samples, LossKind.Collaborative)
            .Compute(parameters, Batch, new double[parameters.Length], collaborative);

        Assert.That(individual, Is.EqualTo(collaborative).Within(1e-15));
    }

    private static int[] Batch => [3, 1, 4, 0, 5, 7, 2, 6];

    // Away from ones and zeros, so that no term of the gradient hides behind another.
    private static double[] Start(GroupLayout layout)
    {
        var start = GroupInitialiser.Create(layout, FastVectorStart.RandomSigns, 3, 1);
        return [.. start.Select((value, i) => value + 0.1 * Math.Sin(i))];
    }

    private static double Loss(
        ScalarGroupGradient<double> gradient, double[] parameters, int index, double step, LossKind loss, int experts)
    {
        var moved = (double[])parameters.Clone();
        moved[index] += step;
        var losses = new double[experts];
        gradient.Compute(moved, Batch, new double[parameters.Length], losses);
        return loss == LossKind.Individual ? losses.Average() : losses[0];
    }
}
