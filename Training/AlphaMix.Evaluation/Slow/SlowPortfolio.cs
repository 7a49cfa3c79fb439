using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>The daily paths of one forecast traded by the slow rule.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Free">Without costs.</param>
/// <param name="AtCosts">At each cost, in the order of <see cref="SlowContender.AtCosts"/>.</param>
/// <param name="Forecast">How well the day's score, not averaged, ordered the instruments.</param>
public sealed record SlowPortfolio(
    string Name, SlowSimulation Free, IReadOnlyList<SlowSimulation> AtCosts, InformationCoefficient Forecast);
