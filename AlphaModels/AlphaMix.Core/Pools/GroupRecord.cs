using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Pools;

/// <summary>How a group was trained, and its figures on the validation span.</summary>
/// <param name="Ordinal">Its number in the run, from 0; keys its shuffles.</param>
/// <param name="Initialisation">Its start, from 0; groups of one shape and initialisation started from the same parameters.</param>
/// <param name="Shape">Its architecture.</param>
/// <param name="BatchSize">Samples in a mini-batch, divided among the experts.</param>
/// <param name="LearningRate">Adam's step size, positive.</param>
/// <param name="Epoch">The epoch whose parameters were kept, from 1.</param>
/// <param name="TrainingLoss">Mean cross-entropy of that epoch over the training span, in nats; ln 2 = 0.693 is a coin.</param>
/// <param name="ValidationLoss">Mean cross-entropy on the validation span, in nats.</param>
/// <param name="ValidationAccuracy">Share of validation samples classified correctly, in [0, 1].</param>
/// <param name="ValidationProfit">Pro: total return of the daily top-k strategy on the validation span, as a fraction, no costs.</param>
public sealed record GroupRecord(
    int Ordinal,
    int Initialisation,
    GroupShape Shape,
    int BatchSize,
    double LearningRate,
    int Epoch,
    double TrainingLoss,
    double ValidationLoss,
    double ValidationAccuracy,
    double ValidationProfit);
