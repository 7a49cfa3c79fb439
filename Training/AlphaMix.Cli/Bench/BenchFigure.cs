namespace AlphaMix.Cli.Bench;

/// <summary>One measured figure, or the reason why there is none.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="What">What it is, for the table.</param>
/// <param name="Target">What it should reach.</param>
/// <param name="Value">The figure; null when it could not be measured.</param>
/// <param name="Note">Quartiles and absolute numbers, or the reason.</param>
internal sealed record BenchFigure(string Key, string What, BenchTarget Target, double? Value, string Note);
