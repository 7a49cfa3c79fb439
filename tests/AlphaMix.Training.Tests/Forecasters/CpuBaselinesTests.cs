using AlphaMix.Core.Experts;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Tests.Groups;
using AlphaMix.Training.Tests.Pools;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Forecasters;

public class CpuBaselinesTests
{
    // The trees' rows grow 2,000 trees; fewer and larger steps do here.
    private static readonly IReadOnlyList<IBaseline> Baselines =
    [
        .. CpuBaselines.All.Where(baseline => baseline is not TreeBaseline),
        Fewer(TreeBaseline.LightGbm, TreeBaseline.LightGbmOptions),
        Fewer(TreeBaseline.CatBoost, TreeBaseline.CatBoostOptions)
    ];

    private static readonly TrainingData Strong = TrainingData.Prepare(SmallMarket.Generate(signal: 0.5, instruments: 60), SmallMarket.Configuration());

    private static readonly BaselineOptions Short = new() { Epochs = 4, Seed = 3 };

    [TestCaseSource(nameof(Baselines))]
    public void Train_StrongSignal_ForecastsUnseenDays(IBaseline baseline)
    {
        var up = Forecast(baseline, Short with { Epochs = 20 });

        var right = up.Zip(Strong.Validation).Count(pair => pair.First > 0.5f == (pair.Second.Label == 1)) / (double)up.Length;
        Assert.That(up, Is.All.GreaterThan(0).And.All.LessThan(1));
        Assert.That(right, Is.GreaterThan(0.55));
    }

    [TestCaseSource(nameof(Baselines))]
    public void Train_SameSeed_SameBitsOnAnyNumberOfThreads(IBaseline baseline) =>
        Assert.That(Forecast(baseline, Short with { Threads = 2 }), Is.EqualTo(Forecast(baseline, Short)));

    [TestCaseSource(nameof(Baselines))]
    public void Train_AnotherSeed_StartsAfresh_WhereTheSeedIsUsed(IBaseline baseline)
    {
        var (first, second) = (Forecast(baseline, Short), Forecast(baseline, Short with { Seed = 4 }));

        Assert.That(second, baseline.UsesSeed ? Is.Not.EqualTo(first).Within(1e-4f) : Is.EqualTo(first));
    }

    [Test]
    public void All_AreInTheOrderOfTheTable() => Assert.That(
        CpuBaselines.All.Select(baseline => baseline.Name), Is.EqualTo(new[] { "MLP", "LightGBM", "CatBoost", "DNNE", "DeepEns", "HyperEns" }));

    [Test]
    public void Trees_HaveTheAuthorsSettings() => Assert.Multiple(() =>
    {
        var (byLeaf, symmetric) = (TreeBaseline.LightGbmOptions, TreeBaseline.CatBoostOptions);
        Assert.That((byLeaf.Growth, byLeaf.Loss, byLeaf.MaxDepth, byLeaf.Rate, byLeaf.Trees, byLeaf.L1, byLeaf.L2),
            Is.EqualTo((TreeGrowth.ByLeaf, TreeLoss.Squared, 3, 0.001, 2000, 0.01, 0.0)));
        Assert.That((byLeaf.MaxLeaves, byLeaf.MinLeafSamples, byLeaf.Bins), Is.EqualTo((31, 20, 255)), "LightGBM's defaults");
        Assert.That((symmetric.Growth, symmetric.Loss, symmetric.MaxDepth, symmetric.Rate, symmetric.Trees, symmetric.L1, symmetric.L2),
            Is.EqualTo((TreeGrowth.Symmetric, TreeLoss.Squared, 3, 0.001, 2000, 0.0, 3.0)));
    });

    [Test]
    public void Trees_ForecastTheRegressionItself()
    {
        using var fitted = (TreeBaseline.Fitted)Fewer(TreeBaseline.LightGbm, TreeBaseline.LightGbmOptions).Train(Strong, Short);
        var (scores, up) = (new double[1], new float[1]);
        int[] offsets = [Strong.Validation[5].WindowOffset];

        fitted.Trees.Score(Strong.Panel.Rows, offsets, scores);
        fitted.Forecast(Strong.Panel.Rows, offsets, up);

        Assert.That(fitted.Trees.Count, Is.EqualTo(100));
        Assert.That(fitted.Trees.Start, Is.EqualTo(Strong.Training.Average(sample => sample.Label)).Within(1e-12));
        Assert.That(up[0], Is.EqualTo((float)scores[0]).And.Not.EqualTo((float)fitted.Trees.Start));
    }

    [TestCase(-0.5, 1e-6f)]
    [TestCase(1.5, 1 - 1e-6f)]
    public void Trees_AScoreBeyondAProbability_IsBounded(double start, float expected)
    {
        using var fitted = new TreeBaseline.Fitted(new TreeEnsemble(1, start, []));
        var up = new float[1];

        fitted.Forecast([0], [0], up);

        Assert.That(up[0], Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Baselines))]
    public void Source_SaysWhatWasTrained(IBaseline baseline) => Assert.That(baseline.Source, Does.EndWith(".").And.Length.GreaterThan(40));

    [Test]
    public void FrozenFastVectors_LeaveAPlainNetwork()
    {
        var samples = Toy.Random(256, 22);
        var hyperparameters = Perceptrons.Standard with { BatchSize = 32, HiddenSize = 8, LearningRate = 1e-2 };
        var options = new GroupTrainingOptions { Epochs = 3, FastStart = FastVectorStart.Ones, FreezeFastVectors = true };

        var layout = new GroupLayout(hyperparameters.ShapeFor(22));
        var start = GroupInitialiser.Create(layout, options.FastStart, options.Seed, initialisation: 0);

        var parameters = new SimdGroupTrainer().Train(samples, new GroupJob(0, 0, hyperparameters), options);

        foreach (var layer in layout.Layers.Where(layer => layer.IsEnsembled))
        {
            Assert.That(parameters[layer.InputFast..layer.ExpertBias], Is.All.EqualTo(1f));
            Assert.That(parameters[layer.ExpertBias..layer.End], Is.All.Zero);
            Assert.That(parameters[layer.SlowWeights..layer.InputFast], Is.Not.EqualTo(start[layer.SlowWeights..layer.InputFast]).Within(1e-3f));
        }
    }

    [Test]
    public void DeepEns_AveragesTheLogitsOfItsMembers()
    {
        using var ensemble = (MeanLogits)new DeepEns().Train(Strong, Short);
        var offset = Strong.Validation[5].WindowOffset;
        var margins = ensemble.Members.Select(member => Margin(member, offset)).ToArray();
        var probability = new float[1];

        ensemble.Forecast(Strong.Panel.Rows, [offset], probability);

        Assert.That(margins.Distinct().Count(), Is.EqualTo(DeepEns.Size));
        Assert.That(probability[0], Is.EqualTo(1 / (1 + Math.Exp(-margins.Average()))).Within(1e-6));
    }

    [Test]
    public void Dnne_ResamplesWithReplacement_KeepingLabelsWithWindows()
    {
        var samples = Toy.Random(2000, 6);
        var labelAt = samples.Offsets.Zip(samples.Labels).ToDictionary(pair => pair.First, pair => pair.Second);

        var resample = Dnne.Resample(samples, seed: 1, member: 0);

        Assert.That(resample.Count, Is.EqualTo(samples.Count));
        Assert.That(resample.Offsets.Zip(resample.Labels), Has.All.Matches<(int Offset, byte Label)>(pair => labelAt[pair.Offset] == pair.Label));
        Assert.That(resample.Offsets.Distinct().Count() / 2000.0, Is.EqualTo(1 - 1 / Math.E).Within(0.04));
        Assert.That(Dnne.Resample(samples, 1, 1).Offsets, Is.Not.EqualTo(resample.Offsets));
    }

    [Test]
    public void HyperEns_LossIsThatOfTheMeanLogits()
    {
        float[][] logits = [[0, 2, 0, 2], [0, -1, 0, 1]];

        Assert.That(HyperEns.MeanLoss(logits, [0, 0, 1], [1, 0]), Is.EqualTo((Softplus(-1) + Softplus(5.0 / 3)) / 2).Within(1e-12));

        static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
    }

    private static TreeBaseline Fewer(TreeBaseline baseline, TreeOptions options) =>
        new(baseline.Name, baseline.Source, options with { Trees = 100, Rate = 0.02 });

    private static float[] Forecast(IBaseline baseline, BaselineOptions options)
    {
        using var forecaster = baseline.Train(Strong, options);
        var offsets = Array.ConvertAll(Strong.Validation, sample => sample.WindowOffset);
        var probabilities = new float[offsets.Length];
        forecaster.Forecast(Strong.Panel.Rows, offsets, probabilities);
        return probabilities;
    }

    private static double Margin(ExpertGroup member, int offset)
    {
        var logits = new float[2];
        member.Logits(Strong.Panel.Rows, [offset], logits, new InferenceScratch());
        return logits[1] - logits[0];
    }
}
