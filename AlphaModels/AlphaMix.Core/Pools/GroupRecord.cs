using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Pools;

/// <summary>How a group came to be.</summary>
/// <param name="Ordinal">Its number in the run.</param>
/// <param name="Initialisation">Its start; groups of one shape and initialisation started from the same parameters.</param>
/// <param name="Shape">Architecture.</param>
/// <param name="BatchSize">Samples in a mini-batch.</param>
/// <param name="LearningRate">Adam's step size.</param>
/// <param name="Epoch">The epoch whose parameters were kept, from 1.</param>
/// <param name="TrainingLoss">Mean cross-entropy of that epoch, nats.</param>
/// <param name="ValidationLoss">Mean cross-entropy on the validation span, nats.</param>
/// <param name="ValidationAccuracy">Share of validation samples classified rightly.</param>
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
