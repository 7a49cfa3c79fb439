namespace AlphaMix.Evaluation.Slow;

/// <summary>Several forecasts traded by one slow rule on the same days.</summary>
/// <param name="From">First decision day.</param>
/// <param name="To">Last decision day.</param>
/// <param name="Days">Decision days.</param>
/// <param name="Instruments">Instruments with a bar in them.</param>
/// <param name="EqualWeightTurnover">Mean share of 1/N, made equal every day, that is replaced a day.</param>
/// <param name="Relabelled">Number of relabelled portfolios a contender was held against.</param>
/// <param name="Contenders">The forecasts, the traded score first.</param>
public sealed record SlowEvaluation(
    DateOnly From, DateOnly To, int Days, int Instruments, double EqualWeightTurnover, int Relabelled, IReadOnlyList<SlowContender> Contenders);
