using System.Text.Json.Serialization;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Reports.Json;

/// <summary>The parts of an evaluation's JSON, property by property in the order in which they are written.</summary>
internal static class EvaluationFields
{
    internal sealed record Span(DateOnly From, DateOnly To, int Days);

    /// <summary>Of dated pools that trade each by its own parameters, those that differ are null here, and in full with the folds. Names
    /// held and buffer are those of the daily rule, and missing with any other or where they differ; the cost model is missing where it is
    /// the proportional one.</summary>
    internal sealed record Setting(
        Rule Rule,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TopK,
        string Fill,
        double CostBps,
        double CostPerShare,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Rule? CostModel,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? HoldingBuffer);

    internal sealed record Rule(string Name, SortedDictionary<string, object?> Parameters);

    internal sealed record Gross
    {
        public required PaperMetrics Paper { get; init; }

        public required CompoundedMetrics Compounded { get; init; }
    }

    internal sealed record Net(
        [property: JsonPropertyName("TR")] double TotalReturn,
        [property: JsonPropertyName("SR")] double SharpeRatio,
        [property: JsonPropertyName("CR")] double CalmarRatio,
        [property: JsonPropertyName("SoR")] double SortinoRatio,
        [property: JsonPropertyName("VOL")] double Volatility,
        [property: JsonPropertyName("DD")] double DownsideDeviation,
        [property: JsonPropertyName("MDD")] double MaxDrawdown,
        CompoundedMetrics Compounded)
    {
        public static Net From(ReturnMetrics metrics) => new(
            metrics.Paper.TotalReturn,
            metrics.Paper.SharpeRatio,
            metrics.Paper.CalmarRatio,
            metrics.Paper.SortinoRatio,
            metrics.Paper.Volatility,
            metrics.Paper.DownsideDeviation,
            metrics.Paper.MaxDrawdown,
            metrics.Compounded);
    }

    internal sealed record Strategy
    {
        public required PaperMetrics Paper { get; init; }

        public required CompoundedMetrics Compounded { get; init; }

        public required Net Net { get; init; }

        public required double Accuracy { get; init; }

        public required int Samples { get; init; }

        public required double Ic { get; init; }

        public required double RankIc { get; init; }

        public required double Icir { get; init; }

        public required double RankIcir { get; init; }

        public required double Turnover { get; init; }

        public required double ExpertsUsed { get; init; }

        public required double PercentileAmongRandom { get; init; }

        public required double PercentileAmongPermuted { get; init; }

        public required double PercentileAmongPermutedNet { get; init; }

        public required double ActivePercentileAmongPermuted { get; init; }

        public required Interval SharpeInterval { get; init; }

        public required Estimate SharpeDifference { get; init; }

        public required double SharpeDifferenceP { get; init; }

        public required double ProbabilisticSharpe { get; init; }

        public required double DeflatedSharpe { get; init; }

        public required int? Trials { get; init; }

        public required double IcT { get; init; }

        public required double BreakEvenBps { get; init; }

        public required IReadOnlyList<Cost> Costs { get; init; }

        public required Attribution? Factors { get; init; }

        public required Capacity? Capacity { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Disagreement? Disagreement { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Mixture? Mixture { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Verdict? Verdict { get; init; }
    }

    /// <summary>Shares are those of the highest costs, by strategy.</summary>
    internal sealed record Mixture(string Name, SortedDictionary<string, object?> Parameters, SortedDictionary<string, Share> Shares);

    internal sealed record Share(double Mean, double Lowest, double Highest, double Last);

    internal sealed record Interval(double Lower, double Upper, double Level);

    internal sealed record Estimate(double Value, double Lower, double Upper, double Level);

    internal sealed record Cost(
        double CostBps,
        double YearlyActiveReturn,
        double InformationRatio,
        double Lower,
        double Upper,
        double Sharpe,
        double EqualWeightSharpe,
        int FallbackDays,
        string? FallbackReason);

    internal sealed record Active(
        string Over, double CostBps, double YearlyActiveReturn, double InformationRatio, double Lower, double Upper);

    internal sealed record Capacity(IReadOnlyList<CapacityPoint> ByVolume, double ShareOfTrades, double ByImpact, int Trades, int Unknown);

    internal sealed record CapacityPoint(double ShareOfVolume, double Capital);

    /// <summary>Alpha and parts are fractions a year.</summary>
    internal sealed record Attribution(
        Estimate Alpha,
        double AlphaT,
        double AlphaP,
        double? AlphaPOfTrials,
        double RSquared,
        IReadOnlyList<Exposure> Exposures,
        string BestAlternative,
        Estimate SharpeDifference,
        double SharpeDifferencePNotRebalanced,
        string? Explanation);

    internal sealed record Exposure(string Factor, double Beta, double T, double YearlyPart);

    internal sealed record Factors(IReadOnlyList<Alternative> Portfolios, IReadOnlyList<Omission> LeftOut);

    internal sealed record Alternative(string Key, string Name, string Holds, Net Net, double Turnover);

    internal sealed record Omission(string Name, string Reason);

    internal sealed record Verdict(
        bool BeatsEqualWeight, bool BeyondChance, bool BeatsPermuted, bool TradesItsRule, bool AlphaHolds, bool SurvivesTrials, bool Edge,
        double Level);

    internal sealed record EqualWeight(
        PaperMetrics Paper, CompoundedMetrics Compounded, Net Net, double Turnover, Interval SharpeInterval, double ProbabilisticSharpe);

    internal sealed record Random(
        int Count, [property: JsonPropertyName("SR")] Spread SharpeRatio, [property: JsonPropertyName("TR")] Spread TotalReturn);

    internal sealed record Spread(double Mean, double Sd, double P05, double P50, double P95)
    {
        public static Spread From(Distribution values) => new(values.Mean, values.Sd, values.P05, values.P50, values.P95);
    }

    internal sealed record SuperiorAbility(double T, double P, double PLower, double PUpper);

    internal sealed record Overfitting(int Groups, Splits? Validation, Splits? Evaluated);

    internal sealed record Splits(double Probability, double ProbabilityOfLoss, int Count)
    {
        [JsonPropertyName("splits")]
        public int Count { get; init; } = Count;
    }

    /// <summary>The rule is missing where all pools trade by the same.</summary>
    internal sealed record Fold(
        DateOnly From,
        DateOnly FittedThrough,
        double ExpectedTurnover,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Rule? Rule);

    internal sealed record Uses(
        int Epochs,
        int TopK,
        [property: JsonPropertyName("W")] int W,
        [property: JsonPropertyName("S")] int S,
        [property: JsonPropertyName("R")] int R,
        int Calibration,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Extensions,
        int Total);
}
