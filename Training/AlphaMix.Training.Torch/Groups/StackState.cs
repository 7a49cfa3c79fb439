using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>
/// Groups of equal shape and batch size that train as one batched program, and where they are at the end of an epoch, in host memory: what
/// a stack that did not fit the device is split from.
/// </summary>
internal sealed class StackState
{
    private StackState(GroupJob[] jobs, GroupLayout layout, int epoch, float[] parameters, float[] mean, float[] square)
    {
        Jobs = jobs;
        Layout = layout;
        Epoch = epoch;
        Parameters = parameters;
        Mean = mean;
        Square = square;
    }

    /// <summary>Gets the groups.</summary>
    public GroupJob[] Jobs { get; }

    /// <summary>Gets the layout of each group.</summary>
    public GroupLayout Layout { get; }

    /// <summary>Gets or sets the number of epochs done.</summary>
    public int Epoch { get; set; }

    /// <summary>Gets the parameters, shape (groups, parameters).</summary>
    public float[] Parameters { get; }

    /// <summary>Gets Adam's mean gradient, shape (groups, parameters).</summary>
    public float[] Mean { get; }

    /// <summary>Gets Adam's mean squared gradient, shape (groups, parameters).</summary>
    public float[] Square { get; }

    /// <summary>Gets the samples in a mini-batch of each group.</summary>
    public int BatchSize => Jobs[0].Hyperparameters.BatchSize;

    /// <summary>Returns the start of groups that have everything but the learning rate and the initialisation in common.</summary>
    public static StackState Start(GroupJob[] jobs, int inputSize, GroupTrainingOptions options)
    {
        var layout = new GroupLayout(jobs[0].Hyperparameters.ShapeFor(inputSize));
        var parameters = new float[jobs.Length * layout.ParameterCount];
        for (var group = 0; group < jobs.Length; group++)
            GroupInitialiser.Create(layout, options.FastStart, options.Seed, jobs[group].Initialisation)
                .CopyTo(parameters, group * layout.ParameterCount);
        return new StackState(jobs, layout, 0, parameters, new float[parameters.Length], new float[parameters.Length]);
    }

    /// <summary>Returns one group's parameters.</summary>
    public ReadOnlySpan<float> ParametersOf(int group) =>
        Parameters.AsSpan(group * Layout.ParameterCount, Layout.ParameterCount);

    /// <summary>Returns two stacks of half the groups each, which go on where this one was.</summary>
    public StackState[] Split()
    {
        var half = Jobs.Length / 2;
        return [Part(0, half), Part(half, Jobs.Length)];
    }

    private StackState Part(int from, int to)
    {
        var values = (from * Layout.ParameterCount)..(to * Layout.ParameterCount);
        return new StackState(Jobs[from..to], Layout, Epoch, Parameters[values], Mean[values], Square[values]);
    }
}
