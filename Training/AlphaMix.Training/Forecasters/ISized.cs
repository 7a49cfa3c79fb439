namespace AlphaMix.Training.Forecasters;

/// <summary>A forecaster that knows its size. Optional: a report leaves the size of others open.</summary>
internal interface ISized
{
    /// <summary>Gets the number of trained parameters that a forecast is made with, all members of an ensemble together.</summary>
    long ParameterCount { get; }
}
