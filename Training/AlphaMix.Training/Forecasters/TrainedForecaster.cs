using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Forecasters;

/// <summary>What training a forecaster gave.</summary>
/// <param name="State">What it learned.</param>
/// <param name="ValidationUses">How often the validation span was used to decide something, such as when to stop; 0 where it was not looked
/// at.</param>
public sealed record TrainedForecaster(FittedState State, int ValidationUses);
