using System.Globalization;
using System.Text;
using System.Text.Json;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports;

/// <summary>Writes an <see cref="EvaluationResult"/> as one JSON object, for machines. Same result, same bytes.</summary>
/// <remarks>
/// Routers are top-level keys by name, beside <c>span instruments options seed portfolios equalWeight randomTopK superiorAbility backtestOverfitting validationUses</c>.
/// Paper metrics are TR SR CR SoR VOL DD MDD as printed in the paper (returns in percent); intervals and probabilities
/// are of net Sharpe ratios in that unit. A number that is not defined, or infinite, is null.
/// </remarks>
public static class EvaluationJson
{
    private static readonly string[] Reserved =
        ["span", "instruments", "options", "seed", "portfolios", "equalWeight", "randomTopK", "superiorAbility", "backtestOverfitting", "validationUses"];

    /// <summary>Writes UTF-8 JSON, indented.</summary>
    /// <param name="result">What to write.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <exception cref="ArgumentException">A router's name is one of the other keys.</exception>
    public static void Write(EvaluationResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var router in result.Routers)
        {
            if (Reserved.Contains(router.Name))
                throw new ArgumentException($"A router may not be called '{router.Name}': the key is taken.", nameof(result));
        }

        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        WriteSetting(json, result);
        foreach (var router in result.Routers)
            WriteRouter(json, router, Verdict.Of(router, result), result);
        json.WriteStartObject("equalWeight");
        WriteMetrics(json, result.EqualWeight.Gross);
        json.WriteStartObject("net");
        WriteNet(json, result.EqualWeight.Net);
        json.WriteEndObject();
        Number(json, "turnover", result.EqualWeight.Turnover);
        WriteInterval(json, "sharpeInterval", result.EqualWeight.Sharpe, withValue: false);
        Number(json, "probabilisticSharpe", result.EqualWeight.ProbabilisticSharpe);
        json.WriteEndObject();
        json.WriteStartObject("randomTopK");
        json.WriteNumber("count", result.Random.SharpeRatio.Count);
        WriteDistribution(json, "SR", result.Random.SharpeRatio);
        WriteDistribution(json, "TR", result.Random.TotalReturn);
        json.WriteEndObject();
        WriteSuperiorAbility(json, result.SuperiorAbility);
        WriteOverfitting(json, result.Overfitting);
        WriteUses(json, result.ValidationUses);
        json.WriteEndObject();
    }

    /// <summary>Gives the JSON as a string.</summary>
    /// <exception cref="ArgumentException">A router's name is one of the other keys.</exception>
    public static string ToString(EvaluationResult result)
    {
        using var stream = new MemoryStream();
        Write(result, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteSetting(Utf8JsonWriter json, EvaluationResult result)
    {
        json.WriteStartObject("span");
        json.WriteString("from", result.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", result.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("days", result.Days);
        json.WriteEndObject();
        json.WriteNumber("instruments", result.Instruments);
        json.WriteStartObject("options");
        json.WriteNumber("topK", result.Options.TopK);
        json.WriteString("fill", result.Options.Fill == FillRule.Close ? "close" : "nextOpen");
        Number(json, "costBps", result.Options.CostBps);
        Number(json, "costPerShare", result.Options.CostPerShare);
        json.WriteBoolean("holdingBuffer", result.Options.HoldingBuffer);
        json.WriteEndObject();
        json.WriteNumber("seed", result.Seed);
        json.WriteNumber("portfolios", result.Portfolios);
    }

    private static void WriteRouter(Utf8JsonWriter json, RouterEvaluation router, Verdict verdict, EvaluationResult result)
    {
        json.WriteStartObject(router.Name);
        WriteMetrics(json, router.Gross);
        json.WriteStartObject("net");
        WriteNet(json, router.Net);
        json.WriteEndObject();
        Number(json, "accuracy", router.Forecast.Accuracy);
        json.WriteNumber("samples", router.Forecast.SampleCount);
        Number(json, "ic", router.Forecast.Ic);
        Number(json, "rankIc", router.Forecast.RankIc);
        Number(json, "icir", router.Forecast.Icir);
        Number(json, "rankIcir", router.Forecast.RankIcir);
        Number(json, "turnover", router.Turnover);
        Number(json, "expertsUsed", router.ExpertsUsed);
        Number(json, "percentileAmongRandom", router.PercentileAmongRandom);
        Number(json, "percentileAmongRelabelled", router.PercentileAmongRelabelled);
        Number(json, "percentileAmongRelabelledNet", router.PercentileAmongRelabelledNet);
        WriteStatistics(json, router.Statistics, result.Trials);
        WriteCapacity(json, router.Capacity);
        if (router.Disagreement is { } disagreement)
        {
            json.WriteStartObject("disagreement");
            Number(json, "pairwise", disagreement.Pairwise);
            Number(json, "nonUnanimous", disagreement.NonUnanimous);
            json.WriteEndObject();
        }

        json.WriteStartObject("verdict");
        json.WriteBoolean("beatsEqualWeight", verdict.BeatsEqualWeight);
        json.WriteBoolean("beyondChance", verdict.BeyondChance);
        json.WriteBoolean("beatsRelabelled", verdict.BeatsRelabelled);
        json.WriteBoolean("edge", verdict.HasEdge);
        Number(json, "level", result.Level);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter json, RouterStatistics statistics, int? trials)
    {
        WriteInterval(json, "sharpeInterval", statistics.Sharpe, withValue: false);
        WriteInterval(json, "sharpeDifference", statistics.Difference, withValue: true);
        Number(json, "sharpeDifferenceP", statistics.DifferenceP);
        Number(json, "probabilisticSharpe", statistics.Probabilistic);
        Number(json, "deflatedSharpe", statistics.Deflated);
        Number(json, "trials", trials ?? double.NaN);
        Number(json, "icT", statistics.IcT);
        Number(json, "breakEvenBps", statistics.BreakEvenBps);
    }

    private static void WriteInterval(Utf8JsonWriter json, string name, ConfidenceInterval interval, bool withValue)
    {
        json.WriteStartObject(name);
        if (withValue)
            Number(json, "value", interval.Value);
        Number(json, "lower", interval.Lower);
        Number(json, "upper", interval.Upper);
        Number(json, "level", interval.Level);
        json.WriteEndObject();
    }

    private static void WriteSuperiorAbility(Utf8JsonWriter json, SuperiorAbility test)
    {
        json.WriteStartObject("superiorAbility");
        Number(json, "t", test.Statistic);
        Number(json, "p", test.Consistent);
        Number(json, "pLower", test.Lower);
        Number(json, "pUpper", test.Upper);
        json.WriteEndObject();
    }

    private static void WriteCapacity(Utf8JsonWriter json, Capacity? capacity)
    {
        if (capacity is null)
        {
            json.WriteNull("capacity");
            return;
        }

        json.WriteStartObject("capacity");
        json.WriteStartArray("byVolume");
        foreach (var point in capacity.ByVolume)
        {
            json.WriteStartObject();
            Number(json, "shareOfVolume", point.ShareOfVolume);
            Number(json, "capital", point.Capital);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "shareOfTrades", Capacity.ShareOfTrades);
        Number(json, "byImpact", capacity.ByImpact);
        json.WriteNumber("trades", capacity.Trades);
        json.WriteNumber("unknown", capacity.Unknown);
        json.WriteEndObject();
    }

    private static void WriteOverfitting(Utf8JsonWriter json, PoolOverfitting? overfitting)
    {
        if (overfitting is null)
        {
            json.WriteNull("backtestOverfitting");
            return;
        }

        json.WriteStartObject("backtestOverfitting");
        json.WriteNumber("groups", overfitting.Groups);
        WriteSplits(json, "validation", overfitting.Validation);
        WriteSplits(json, "evaluated", overfitting.Evaluated);
        json.WriteEndObject();
    }

    private static void WriteSplits(Utf8JsonWriter json, string name, BacktestOverfitting? found)
    {
        if (found is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Number(json, "probability", found.Probability);
        Number(json, "probabilityOfLoss", found.ProbabilityOfLoss);
        json.WriteNumber("splits", found.Logits.Length);
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, ReturnMetrics metrics)
    {
        json.WriteStartObject("paper");
        WritePaper(json, metrics.Paper);
        json.WriteEndObject();
        WriteCompounded(json, metrics.Compounded);
    }

    private static void WriteNet(Utf8JsonWriter json, ReturnMetrics metrics)
    {
        WritePaper(json, metrics.Paper);
        WriteCompounded(json, metrics.Compounded);
    }

    private static void WritePaper(Utf8JsonWriter json, PaperMetrics metrics)
    {
        Number(json, "TR", metrics.TotalReturn);
        Number(json, "SR", metrics.SharpeRatio);
        Number(json, "CR", metrics.CalmarRatio);
        Number(json, "SoR", metrics.SortinoRatio);
        Number(json, "VOL", metrics.Volatility);
        Number(json, "DD", metrics.DownsideDeviation);
        Number(json, "MDD", metrics.MaxDrawdown);
    }

    private static void WriteCompounded(Utf8JsonWriter json, CompoundedMetrics metrics)
    {
        json.WriteStartObject("compounded");
        Number(json, "annualisedReturn", metrics.AnnualisedReturn);
        Number(json, "annualisedVolatility", metrics.AnnualisedVolatility);
        Number(json, "sharpe", metrics.Sharpe);
        Number(json, "sortino", metrics.Sortino);
        Number(json, "calmar", metrics.Calmar);
        Number(json, "maxDrawdown", metrics.MaxDrawdown);
        Number(json, "totalReturn", metrics.TotalReturn);
        json.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter json, string name, Distribution distribution)
    {
        json.WriteStartObject(name);
        Number(json, "mean", distribution.Mean);
        Number(json, "sd", distribution.Sd);
        Number(json, "p05", distribution.P05);
        Number(json, "p50", distribution.P50);
        Number(json, "p95", distribution.P95);
        json.WriteEndObject();
    }

    private static void WriteUses(Utf8JsonWriter json, ValidationUses? uses)
    {
        if (uses is null)
        {
            json.WriteNull("validationUses");
            return;
        }

        json.WriteStartObject("validationUses");
        json.WriteNumber("epochs", uses.Epochs);
        json.WriteNumber("topK", uses.TopK);
        json.WriteNumber("W", uses.W);
        json.WriteNumber("S", uses.S);
        json.WriteNumber("R", uses.R);
        json.WriteNumber("calibration", uses.Calibration);
        json.WriteNumber("total", uses.Total);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
