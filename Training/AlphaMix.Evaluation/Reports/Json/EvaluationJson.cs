using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports.Json;

/// <summary>Writes evaluations as JSON, for machines. Same result, same bytes.</summary>
/// <remarks>
/// Judged strategies are top-level keys by name, beside <c>span instruments options seed portfolios equalWeight randomTopK superiorAbility
/// backtestOverfitting validationUses comparators overComparators folds factors</c>, <c>journal</c> where one was judged, and
/// <c>sections</c> where extensions have some (<see cref="SectionJson"/>). Paper metrics are TR SR CR SoR VOL DD MDD as printed in the
/// paper (returns in percent); intervals and probabilities are of net Sharpe ratios in that unit. A number that is not defined, or
/// infinite, is null.
/// </remarks>
internal static class EvaluationJson
{
    /// <summary>
    /// Returns one evaluation as an object, several as an object with the array <c>pools</c>; indented, with a line break at the end.
    /// </summary>
    /// <param name="results">The evaluations.</param>
    /// <param name="sections">The sections of extensions, one list an evaluation; null for none.</param>
    /// <exception cref="ArgumentException">There is no evaluation, or a strategy's name is one of the other keys.</exception>
    public static string ToString(
        IReadOnlyList<EvaluationResult> results, IReadOnlyList<IReadOnlyList<ReportSection>>? sections = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Count == 0)
            throw new ArgumentException("Expected at least one evaluation, found none.", nameof(results));
        JsonObject[] each = [.. results.Select((result, i) => Evaluation(result, sections?[i] ?? []))];
        var json = each.Length == 1 ? each[0] : new JsonObject { ["pools"] = new JsonArray([.. each]) };
        return json.ToJsonString(EvaluationJsonContext.Default.Options) + "\n";
    }

    private static JsonObject Evaluation(EvaluationResult result, IReadOnlyList<ReportSection> sections)
    {
        var context = EvaluationJsonContext.Default;
        var json = new JsonObject
        {
            ["span"] = Node(new EvaluationFields.Span(result.From, result.To, result.Days), context.Span),
            ["instruments"] = result.Instruments,
            ["options"] = Node(SettingOf(result), context.Setting),
            ["seed"] = result.Seed,
            ["portfolios"] = result.Portfolios
        };
        foreach (var strategy in result.Judged)
            Add(json, strategy.Name, Node(Strategy(strategy, result), context.Strategy));
        Add(json, "equalWeight", Node(EqualWeight(result.EqualWeight), context.EqualWeight));
        Add(json, "randomTopK", result.Random is { } random ? Node(Random(random), context.Random) : null);
        Add(json, "superiorAbility", Node(SuperiorAbility(result.SuperiorAbility), context.SuperiorAbility));
        Add(json, "backtestOverfitting", result.Overfitting is { } found ? Node(Overfitting(found), context.Overfitting) : null);
        Add(json, "validationUses", result.ValidationUses is { } uses ? Node(Uses(uses), context.Uses) : null);
        Add(json, "comparators", Comparators(result));
        Add(json, "overComparators", Node(OverComparators(result), context.ActiveArray));
        Add(json, "folds", Node(Folds(result), context.FoldArray));
        if (result.Factors is { } factors)
            Add(json, "factors", Node(Factors(factors), context.Factors));
        if (result.Journal is { } audit)
            Add(json, "journal", JournalJson.From(audit));
        if (sections.Count > 0)
            Add(json, "sections", SectionJson.Create(sections));
        return json;
    }

    private static JsonNode? Node<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type);

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (!json.TryAdd(name, value))
            throw new ArgumentException($"A strategy may not be called '{name}': the key is taken.");
    }

    private static EvaluationFields.Setting SettingOf(EvaluationResult result)
    {
        IPortfolioRule[] rules = [.. result.Strategies[0].Rules.Select(dated => dated.Value)];
        DailyTopK[] daily = [.. rules.OfType<DailyTopK>()];
        return new EvaluationFields.Setting(
            Named(rules[0].Name, [.. rules.Select(rule => rule.Parameters)]),
            Common(daily.Select(rule => (int?)rule.TopK)),
            result.Fill == FillRule.Close ? "close" : "nextOpen",
            result.HighestCosts.ExpectedBps,
            (result.HighestCosts as ProportionalCosts)?.PerShare ?? 0,
            result.HighestCosts is ProportionalCosts ? null : Named(result.HighestCosts.Name, result.HighestCosts.Parameters),
            Common(daily.Select(rule => (bool?)rule.Buffer)));
    }

    /// <summary>Returns a name with its parameters; one that is not the same in all is null.</summary>
    private static EvaluationFields.Rule Named(string name, params Parameters[] parameters)
    {
        var all = parameters.Select(one => one.ToDictionary()).ToArray();
        var common = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in all.SelectMany(one => one.Keys).Distinct())
            common[key] = Common(all.Select(one => one.GetValueOrDefault(key)));
        return new EvaluationFields.Rule(name, common);
    }

    private static T? Common<T>(IEnumerable<T?> values) => values.Distinct().ToArray() is [var value] ? value : default;

    private static EvaluationFields.Strategy Strategy(StrategyEvaluation strategy, EvaluationResult result) => new()
    {
        Paper = strategy.Gross.Paper,
        Compounded = strategy.Gross.Compounded,
        Net = EvaluationFields.Net.From(strategy.Net),
        Accuracy = strategy.Forecast.Accuracy,
        Samples = strategy.Forecast.SampleCount,
        Ic = strategy.Forecast.Ic,
        RankIc = strategy.Forecast.RankIc,
        Icir = strategy.Forecast.Icir,
        RankIcir = strategy.Forecast.RankIcir,
        Turnover = strategy.Turnover,
        ExpertsUsed = strategy.ExpertsUsed,
        PercentileAmongRandom = strategy.PercentileAmongRandom,
        PercentileAmongPermuted = strategy.PercentileAmongPermuted,
        PercentileAmongPermutedNet = strategy.PercentileAmongPermutedNet,
        ActivePercentileAmongPermuted = strategy.ActivePercentileAmongPermuted,
        SharpeInterval = Interval(strategy.Statistics.Sharpe),
        SharpeDifference = Estimate(strategy.Statistics.Difference),
        SharpeDifferenceP = strategy.Statistics.DifferenceP,
        ProbabilisticSharpe = strategy.Statistics.Probabilistic,
        DeflatedSharpe = strategy.Statistics.Deflated,
        Trials = result.Trials,
        IcT = strategy.Statistics.IcT,
        BreakEvenBps = strategy.Statistics.BreakEvenBps,
        Costs = [.. strategy.Costs.Select(Cost)],
        Factors = strategy.Factors is { } factors ? Attribution(factors, result) : null,
        Capacity = strategy.Capacity is { } capacity ? Capacity(capacity) : null,
        Disagreement = strategy.Disagreement,
        Mixture = strategy.Mixture is { } mixture ? Mixture(mixture) : null,
        Verdict = strategy.IsComparator ? null : VerdictOn(strategy, result)
    };

    private static EvaluationFields.Mixture Mixture(MixtureEvaluation evaluation)
    {
        var (name, parameters) = Named(evaluation.Mixture.Name, evaluation.Mixture.Parameters);
        var shares = new SortedDictionary<string, EvaluationFields.Share>(StringComparer.Ordinal);
        foreach (var part in evaluation.Parts)
            shares.Add(part.Name, new EvaluationFields.Share(part.Mean, part.Lowest, part.Highest, part.Last));
        return new EvaluationFields.Mixture(name, parameters, shares);
    }

    private static EvaluationFields.Interval Interval(ConfidenceInterval interval) => new(interval.Lower, interval.Upper, interval.Level);

    private static EvaluationFields.Estimate Estimate(ConfidenceInterval interval) =>
        new(interval.Value, interval.Lower, interval.Upper, interval.Level);

    private static EvaluationFields.Cost Cost(CostScenario scenario)
    {
        var (active, ratio) = (scenario.OverEqualWeight, scenario.OverEqualWeight.InformationRatio);
        return new EvaluationFields.Cost(
            scenario.Costs.ExpectedBps,
            active.Yearly,
            ratio.Value,
            ratio.Lower,
            ratio.Upper,
            scenario.Net.Compounded.Sharpe,
            scenario.EqualWeightNet.Compounded.Sharpe,
            scenario.FallbackDays,
            scenario.FallbackReason);
    }

    private static EvaluationFields.Capacity Capacity(Portfolios.Capacity capacity) => new(
        [.. capacity.ByVolume.Select(point => new EvaluationFields.CapacityPoint(point.ShareOfVolume, point.Capital))],
        Portfolios.Capacity.ShareOfTrades,
        capacity.ByImpact,
        capacity.Trades,
        capacity.Unknown);

    private static EvaluationFields.Attribution Attribution(FactorAttribution factors, EvaluationResult result) => new(
        Estimate(factors.AlphaYearly),
        factors.Fit.AlphaT,
        factors.AlphaP,
        result.TrialsGiven is { } trials && factors.TrialsP(trials) is var p && !double.IsNaN(p) ? p : null,
        factors.Fit.RSquared,
        [.. factors.Exposures.Select(one => new EvaluationFields.Exposure(one.Key, one.Beta, one.T, one.Yearly))],
        factors.Best,
        Estimate(factors.OverBest),
        factors.OverDriftingP,
        factors.Explanation);

    private static EvaluationFields.Factors Factors(FactorEvaluation factors) => new(
        [
            .. factors.Portfolios.Select(one => new EvaluationFields.Alternative(
                one.Key, one.Name, one.Definition, EvaluationFields.Net.From(one.Net), one.Turnover))
        ],
        [.. factors.LeftOut.Select(one => new EvaluationFields.Omission(one.Name, one.Reason))]);

    private static EvaluationFields.Verdict VerdictOn(StrategyEvaluation strategy, EvaluationResult result)
    {
        var verdict = Verdict.From(strategy, result);
        return new EvaluationFields.Verdict(
            verdict.BeatsEqualWeight, verdict.BeyondChance, verdict.BeatsPermuted, verdict.TradesItsRule, verdict.AlphaHolds,
            verdict.SurvivesTrials, verdict.HasEdge, result.Level);
    }

    private static EvaluationFields.EqualWeight EqualWeight(EqualWeightEvaluation even) => new(
        even.Gross.Paper,
        even.Gross.Compounded,
        EvaluationFields.Net.From(even.Net),
        even.Turnover,
        Interval(even.Sharpe),
        even.ProbabilisticSharpe);

    private static EvaluationFields.Random Random(RandomEvaluation random) => new(
        random.SharpeRatio.Count, EvaluationFields.Spread.From(random.SharpeRatio), EvaluationFields.Spread.From(random.TotalReturn));

    private static EvaluationFields.SuperiorAbility SuperiorAbility(SuperiorAbility test) =>
        new(test.Statistic, test.Consistent, test.Lower, test.Upper);

    private static EvaluationFields.Overfitting Overfitting(PoolOverfitting found) =>
        new(found.Groups, Splits(found.Validation), Splits(found.Evaluated));

    private static EvaluationFields.Splits? Splits(BacktestOverfitting? found) =>
        found is null ? null : new EvaluationFields.Splits(found.Probability, found.ProbabilityOfLoss, found.Logits.Length);

    private static EvaluationFields.Uses Uses(ValidationUses uses) =>
        new(uses.Epochs, uses.TopK, uses.W, uses.S, uses.R, uses.Calibration, uses.Extensions > 0 ? uses.Extensions : null, uses.Total);

    private static JsonObject Comparators(EvaluationResult result)
    {
        var json = new JsonObject();
        foreach (var strategy in result.Strategies.Where(strategy => strategy.IsComparator))
            json[strategy.Name] = Node(Strategy(strategy, result), EvaluationJsonContext.Default.Strategy);
        return json;
    }

    private static EvaluationFields.Active[] OverComparators(EvaluationResult result) =>
    [
        .. result.OverComparators.Select((active, i) => new EvaluationFields.Active(
            active.Over,
            result.Costs[i % result.Costs.Count].ExpectedBps,
            active.Yearly,
            active.InformationRatio.Value,
            active.InformationRatio.Lower,
            active.InformationRatio.Upper))
    ];

    private static EvaluationFields.Fold[] Folds(EvaluationResult result) =>
    [
        .. result.Folds.Select(
            fold => new EvaluationFields.Fold(fold.From, fold.FittedThrough, fold.ExpectedTurnover, RuleOf(fold, result)))
    ];

    private static EvaluationFields.Rule? RuleOf(Fold fold, EvaluationResult result)
    {
        var rules = result.Strategies[0].Rules;
        if (rules.Count == 1)
            return null;
        var rule = new RuleTimeline(rules).At(fold.From);
        return Named(rule.Name, rule.Parameters);
    }
}
