using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Tests.Groups.Trainers;

public class GroupTrainerTests
{
    private static readonly GroupTrainer[] Trainers = [new ScalarGroupTrainer(), new SimdGroupTrainer()];

    private static readonly GroupHyperparameters Small = new() { BatchSize = 16, HiddenSize = 18, LearningRate = 1e-3, Experts = 4 };

    [Test, Combinatorial]
    public void Train_SimdAndScalarAgree_OverAFewSteps([Values] LossKind loss, [Values] bool ensembleHead)
    {
        var samples = Toy.Random(80, 22);
        var job = new GroupJob(1, 2, Small with { EnsembleHead = ensembleHead });
        var options = new GroupTrainingOptions { Epochs = 1, Loss = loss };

        var scalar = new ScalarGroupTrainer().Train(samples, job, options);
        var simd = new SimdGroupTrainer().Train(samples, job, options);

        Assert.That(simd, Is.EqualTo(scalar).Within(2e-5f));
        Assert.That(simd, Is.Not.EqualTo(Start(samples, job, options)).Within(1e-3f));
    }

    [TestCaseSource(nameof(Trainers))]
    public void Train_LearnsExclusiveOr(GroupTrainer trainer)
    {
        var losses = new List<double>();
        var job = new GroupJob(0, 0, new GroupHyperparameters { BatchSize = 32, HiddenSize = 8, LearningRate = 0.01 });

        trainer.Train(
            Toy.ExclusiveOr(512), job, new GroupTrainingOptions { Epochs = 30 }, (epoch, loss, _) =>
            {
                losses.Add(loss);
                Assert.That(epoch, Is.EqualTo(losses.Count));
            });

        Assert.That(losses, Has.Count.EqualTo(30));
        Assert.That(losses[0], Is.EqualTo(Math.Log(2)).Within(0.3));
        Assert.That(losses[^1], Is.LessThan(0.05));
    }

    [TestCaseSource(nameof(Trainers))]
    public void Train_Collaborative_LearnsExclusiveOr(GroupTrainer trainer)
    {
        var last = 1.0;
        var job = new GroupJob(0, 0, new GroupHyperparameters { BatchSize = 32, HiddenSize = 8, LearningRate = 0.01 });
        var options = new GroupTrainingOptions { Epochs = 30, Loss = LossKind.Collaborative };

        trainer.Train(Toy.ExclusiveOr(512), job, options, (_, loss, _) => last = loss);

        Assert.That(last, Is.LessThan(0.05));
    }

    [Test]
    public void Train_TrainedGroup_PredictsWhatItLearned()
    {
        var samples = Toy.ExclusiveOr(512);
        var job = new GroupJob(0, 0, new GroupHyperparameters { BatchSize = 32, HiddenSize = 8, LearningRate = 0.01 });
        var parameters = new SimdGroupTrainer().Train(samples, job, new GroupTrainingOptions { Epochs = 30 });
        var group = new ExpertGroup(job.Hyperparameters.ShapeFor(2), parameters);
        var logits = new float[2 * samples.Count];

        group.Logits(samples.Rows, samples.Offsets, logits, new InferenceScratch());

        var right = Enumerable.Range(0, samples.Count).Count(i => logits[2 * i + 1] > logits[2 * i] == (samples.Labels[i] == 1));
        Assert.That(right, Is.GreaterThan(500));
    }

    [TestCaseSource(nameof(Trainers))]
    public void Train_SameJobTwice_GivesTheSameBits(GroupTrainer trainer)
    {
        var samples = Toy.Random(64, 22);
        var job = new GroupJob(1, 2, Small);
        var options = new GroupTrainingOptions { Epochs = 2 };

        var first = trainer.Train(samples, job, options);
        var second = trainer.Train(samples, job, options);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Train_GroupsInParallel_GiveTheBitsOfOneAfterTheOther()
    {
        var samples = Toy.Random(640, 22);
        var jobs = Enumerable.Range(0, 8).Select(i => new GroupJob(i, i % 3, Small)).ToArray();
        var options = new GroupTrainingOptions { Epochs = 2 };
        var trainer = new SimdGroupTrainer();

        var together = new float[jobs.Length][];
        Parallel.For(
            0,
            jobs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => together[i] = trainer.Train(samples, jobs[i], options));
        var apart = jobs.Select(job => trainer.Train(samples, job, options)).ToArray();

        Assert.That(together, Is.EqualTo(apart));
    }

    [Test]
    public void Train_WithoutEpochs_GivesTheInitialisation()
    {
        var samples = Toy.Random(64, 22);
        var options = new GroupTrainingOptions { Epochs = 0 };

        var first = new SimdGroupTrainer().Train(samples, new GroupJob(1, 2, Small), options);
        var otherOrdinal = new SimdGroupTrainer().Train(samples, new GroupJob(9, 2, Small with { LearningRate = 1 }), options);
        var otherInitialisation = new SimdGroupTrainer().Train(samples, new GroupJob(1, 3, Small), options);

        Assert.That(otherOrdinal, Is.EqualTo(first));
        Assert.That(otherInitialisation, Is.Not.EqualTo(first));
    }

    [Test]
    public void Train_OrdinalOrSeed_ChangesTheShuffle()
    {
        var samples = Toy.Random(64, 22);
        var options = new GroupTrainingOptions { Epochs = 1, Seed = 5 };
        var trainer = new SimdGroupTrainer();

        var first = FirstLoss(trainer, samples, new GroupJob(1, 2, Small), options);

        Assert.That(FirstLoss(trainer, samples, new GroupJob(2, 2, Small), options), Is.Not.EqualTo(first));
        Assert.That(FirstLoss(trainer, samples, new GroupJob(1, 2, Small), options), Is.EqualTo(first));
    }

    [Test]
    public void Train_IncompleteLastBatch_IsDroppedAfterTheShuffle()
    {
        // 31 samples and batches of 16: one step an epoch. A parameter moves by at most the learning rate in the first.
        var samples = Toy.Random(31, 22);
        var job = new GroupJob(1, 2, Small);
        var options = new GroupTrainingOptions { Epochs = 1 };

        var parameters = new SimdGroupTrainer().Train(samples, job, options);

        var moved = Start(samples, job, options).Zip(parameters, (before, after) => Math.Abs(after - before)).Max();
        Assert.That(moved, Is.EqualTo(1e-3f).Within(1e-6f));
    }

    [TestCaseSource(nameof(Trainers))]
    public void Train_MissingValue_StopsAndNamesGroupEpochStepAndExpert(GroupTrainer trainer)
    {
        var samples = Toy.Random(16, 22);
        samples.Rows[^1] = float.NaN;
        samples.Offsets[15] = samples.Rows.Length - 22;

        Assert.That(
            () => trainer.Train(samples, new GroupJob(17, 2, Small), new GroupTrainingOptions()),
            Throws.TypeOf<TrainingDivergedException>().With.Message.Match(
                @"^Group 17: the loss of expert [0-3] is NaN in epoch 1, step 1 \(learning rate 0\.001\)\."));
    }

    [Test]
    public void Train_MissingValue_NamesTheExpertWhosePartHoldsIt()
    {
        var samples = Toy.Random(16, 22);
        var order = Enumerable.Range(0, 16).ToArray();
        new Core.Numerics.KeyedRandom(1, Core.Numerics.RandomPurpose.Shuffle, 17, 1).Shuffle(order.AsSpan());
        samples.Rows[^1] = float.NaN;
        samples.Offsets[order[9]] = samples.Rows.Length - 22;

        Assert.That(
            () => new SimdGroupTrainer().Train(samples, new GroupJob(17, 2, Small), new GroupTrainingOptions { Seed = 1 }),
            Throws.TypeOf<TrainingDivergedException>().With.Message.Contains("the loss of expert 2 is NaN"));
    }

    [Test]
    public void Train_RateTooLarge_Stops()
        => Assert.That(
            () => new SimdGroupTrainer().Train(
                Toy.Random(64, 22), new GroupJob(0, 0, Small with { LearningRate = 1e38 }), new GroupTrainingOptions()),
            Throws.TypeOf<TrainingDivergedException>());

    [Test]
    public void Train_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();

        Assert.That(
            () => new SimdGroupTrainer().Train(
                Toy.Random(64, 22), new GroupJob(0, 0, Small), new GroupTrainingOptions(), (_, _, _) => source.Cancel(), source.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Train_BatchNotAMultipleOfTheExperts_IsRefused()
        => Assert.That(
            () => new SimdGroupTrainer().Train(
                Toy.Random(64, 22), new GroupJob(3, 0, Small with { BatchSize = 18 }), new GroupTrainingOptions()),
            Throws.ArgumentException.With.Message.Contains("Group 3: batchSize must be a multiple of the number of experts (4), found 18"));

    [Test]
    public void Train_WindowOutsideTheRows_IsRefused()
    {
        var samples = Toy.Random(64, 22);
        samples.Offsets[3] = samples.Rows.Length - 21;

        Assert.That(
            () => new SimdGroupTrainer().Train(samples, new GroupJob(3, 0, Small), new GroupTrainingOptions()),
            Throws.ArgumentException.With.Message.Contains("window 3 of 22 values cannot start at"));
    }

    private static float[] Start(TrainingSamples samples, GroupJob job, GroupTrainingOptions options)
        => GroupInitialiser.Create(
            new GroupLayout(job.Hyperparameters.ShapeFor(samples.WindowSize)), options.FastStart, options.Seed, job.Initialisation);

    private static double FirstLoss(GroupTrainer trainer, TrainingSamples samples, GroupJob job, GroupTrainingOptions options)
    {
        var first = 0.0;
        trainer.Train(samples, job, options, (_, loss, _) => first = loss);
        return first;
    }
}
