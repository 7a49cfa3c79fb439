using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Factors;

/// <summary>A portfolio that anyone can buy, traded on the days of an evaluation at its highest costs.</summary>
/// <param name="Key">Its key in JSON and CSV.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Definition">What is held.</param>
/// <param name="Simulation">Its daily path.</param>
internal sealed record FactorPortfolio(string Key, string Name, string Definition, SimulationResult Simulation);
