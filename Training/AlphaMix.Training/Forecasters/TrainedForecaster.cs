using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Forecasters;

/// <summary>A trained forecaster.</summary>
/// <param name="State">Parameters and tensors, from which its factory creates it.</param>
/// <param name="ValidationUses">How often the validation span was used to decide something, such as when to stop; 0 where it was not looked
/// at.</param>
public sealed record TrainedForecaster(FittedState State, int ValidationUses);
