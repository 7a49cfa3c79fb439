using AlphaMix.Training.Groups;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>
/// The losses of an epoch, computed once at its end from the margins of its steps: reading a loss after every step would make the host wait
/// for the device each time. So a diverged group is noticed at the end of the epoch, and the message still names the step.
/// </summary>
/// <param name="state">The stack, before the epoch is counted.</param>
/// <param name="loss">How the experts' losses are combined.</param>
/// <param name="steps">Number of mini-batches.</param>
internal sealed class EpochLosses(StackState state, LossKind loss, int steps)
{
    private readonly int _experts = loss == LossKind.Individual ? state.Layout.Shape.Experts : 1;

    /// <summary>Returns each group's mean cross-entropy over the epoch, in nats.</summary>
    /// <param name="margins">Per group and sample in its order, logit of "up" minus that of "down", shape (groups, steps * batch).</param>
    /// <param name="labels">Labels, the same shape.</param>
    /// <exception cref="TrainingDivergedException">A loss is not finite.</exception>
    public double[] Compute(Tensor margins, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var exact = margins.to(ScalarType.Float64);
        // log(1 + e^m) - y m, without overflow.
        var each = exact.clamp_min(Scalars.Zero) + exact.abs().neg().exp().log1p() - exact * labels;
        var perExpert = each.view(state.Jobs.Length, steps, _experts, -1).mean([3L]);
        var means = perExpert.mean([1L, 2L]).cpu().data<double>().ToArray();
        for (var group = 0; group < means.Length; group++)
            if (!double.IsFinite(means[group]))
                throw Diverged(group, perExpert.select(0, group).cpu().reshape(-1).data<double>().ToArray());
        return means;
    }

    private TrainingDivergedException Diverged(int group, double[] losses)
    {
        var index = Array.FindIndex(losses, each => !double.IsFinite(each));
        var who = _experts == 1 ? "all experts" : $"expert {index % _experts}";
        return new TrainingDivergedException(
            $"Group {state.Jobs[group].Ordinal}: the loss of {who} is {losses[index]} in epoch {state.Epoch + 1}, step "
                + $"{index / _experts + 1} "
            + $"(learning rate {state.Jobs[group].Hyperparameters.LearningRate}). Look for missing values in the features, or lower the "
            + $"learning rate.");
    }
}
