using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Forecasters;

/// <summary>
/// Trains plain multilayer perceptrons with the kernels of the groups: one expert, fast vectors frozen at one. What remains is
/// input -> h -> LeakyReLU -> h -> LeakyReLU -> 2 logits.
/// </summary>
internal static class Perceptrons
{
    /// <summary>
    /// Gets the paper's perceptron: 128 units in each of two hidden layers, batch 128, learning rate 1e-4 (authors' nn.py and
    /// train_base.py).
    /// </summary>
    public static GroupHyperparameters Standard { get; } = new() { BatchSize = 128, HiddenSize = 128, LearningRate = 1e-4, Experts = 1 };

    /// <summary>Trains members on several threads; the result does not depend on their number.</summary>
    /// <param name="members">The members, each with its samples and its job.</param>
    /// <param name="options">Seed, threads, epochs.</param>
    /// <param name="cancellation">Checked between mini-batches.</param>
    /// <returns>The members in their order.</returns>
    public static ExpertGroup[] Train(IReadOnlyList<PerceptronMember> members, BaselineOptions options, CancellationToken cancellation)
    {
        var training = new GroupTrainingOptions
        {
            Epochs = options.Epochs,
            FastStart = FastVectorStart.Ones,
            FreezeFastVectors = true,
            Seed = options.Seed
        };
        var trainer = new SimdGroupTrainer();
        return new GroupScheduler(options.Threads).Run(
            members,
            member => GroupWork.OfEpoch(member.Job.Hyperparameters, member.Samples.WindowSize, member.Samples.Count),
            (member, token) => new ExpertGroup(
                member.Job.Hyperparameters.ShapeFor(member.Samples.WindowSize),
                trainer.Train(member.Samples, member.Job, training, onEpoch: null, token)),
            cancellation);
    }
}
