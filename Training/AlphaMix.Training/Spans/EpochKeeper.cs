using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Spans;

/// <summary>Keeps the parameters of the epoch that the rule prefers; of equals, the first.</summary>
/// <param name="rule">The rule.</param>
/// <param name="epochs">Number of epochs.</param>
/// <param name="judge">Gives the validation figures of parameters; not called for <see cref="EpochRule.Last"/>.</param>
internal sealed class EpochKeeper(EpochRule rule, int epochs, Func<float[], ValidationFigures> judge)
{
    private double _best = double.NegativeInfinity;

    /// <summary>Gets the epoch kept, from 1.</summary>
    public int Epoch { get; private set; }

    /// <summary>Gets the training loss of the epoch kept.</summary>
    public double TrainingLoss { get; private set; }

    /// <summary>Gets the parameters kept.</summary>
    public float[] Parameters { get; private set; } = [];

    /// <summary>Looks at the parameters after an epoch.</summary>
    public void Look(int epoch, double trainingLoss, ReadOnlySpan<float> parameters)
    {
        if (rule == EpochRule.Last && epoch < epochs)
            return;
        var copy = parameters.ToArray();
        var score = Score(copy);
        if (!(score > _best) && Epoch > 0)
            return;
        _best = score;
        Epoch = epoch;
        TrainingLoss = trainingLoss;
        Parameters = copy;
    }

    private double Score(float[] parameters) => rule switch
    {
        EpochRule.ValLoss => -judge(parameters).Loss,
        EpochRule.ValAccuracy => judge(parameters).Accuracy,
        EpochRule.ValProfit => judge(parameters).Profit,
        _ => 0
    };
}
