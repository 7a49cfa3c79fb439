using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Figures that the tables of a terminal leave out, a sentence each: factors that could not be formed, shares in mixtures, capacity, and
/// the overfitting of the choice among groups.
/// </summary>
internal static class EvaluationNotes
{
    /// <summary>Returns the sentences; none where nothing is known.</summary>
    /// <param name="result">The evaluation.</param>
    public static IEnumerable<string> From(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var omitted in result.Factors?.LeftOut ?? [])
            yield return $"Without the factor {omitted.Name}: {omitted.Reason}.";
        foreach (var (name, mixture) in result.Strategies.Where(one => one.Mixture is not null).Select(one => (one.Name, one.Mixture!)))
            yield return $"{name}: mean shares {Shares(mixture, part => part.Mean)}; on the last day {Shares(mixture, part => part.Last)}.";
        var capital = result.Strategies.Where(strategy => strategy.Capacity is not null)
            .Select(strategy => $"{strategy.Name} "
                + $"{Display.Money(strategy.Capacity!.ByVolume.First(point => point.ShareOfVolume == 0.01).Capital)}").ToArray();
        if (capital.Length > 0)
            yield return $"Capacity: {Display.Share(Capacity.ShareOfTrades, "0.#").Replace('\u00a0', ' ')} of trades reach 1 % of the "
                + $"instrument's daily dollar volume at {string.Join(", ", capital)}.";
        if (result.Overfitting is { } overfitting)
            yield return $"Picking the best of {overfitting.Groups} groups: probability of overfitting "
                + $"{Probability(overfitting.Validation)} on the validation span, where routers chose, "
                + $"{Probability(overfitting.Evaluated)} on this one (chance: 0.50).";
    }

    private static string Shares(MixtureEvaluation mixture, Func<MixturePartEvaluation, double> share) =>
        string.Join(", ", mixture.Parts.Select(part => $"{part.Name} {Display.Share(share(part), "0").Replace('\u00a0', ' ')}"));

    private static string Probability(BacktestOverfitting? found) =>
        found is null ? "unknown (too few days)" : Display.Ratio(found.Probability);
}
