using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using QuantConnect.Securities;

namespace QuantConnect.Algorithm.Framework.Alphas;

// Behaving. When an insight closes is known once its security's hours are: SetPeriodAndCloseTime.
public class Insight
{
    private readonly Func<SecurityExchangeHours, DateTime, DateTime> _closeUtc;

    public Insight(Symbol symbol, TimeSpan period, InsightType type, InsightDirection direction, string tag = "")
        : this(symbol, period, type, direction, null, null, null, null, tag)
    {
    }

    public Insight(
        Symbol symbol, TimeSpan period, InsightType type, InsightDirection direction, double? magnitude, double? confidence,
        string sourceModel = null, double? weight = null, string tag = "")
        : this(
            (hours, generated) =>
                ComputeCloseTime(hours, generated, period), symbol, type, direction, magnitude, confidence, sourceModel, weight, tag)
    {
        Period = period;
    }

    public Insight(Symbol symbol, Func<DateTime, DateTime> expiryFunc, InsightType type, InsightDirection direction, string tag = "")
        : this(symbol, expiryFunc, type, direction, null, null, null, null, tag)
    {
    }

    public Insight(
        Symbol symbol, Func<DateTime, DateTime> expiryFunc, InsightType type, InsightDirection direction, double? magnitude,
        double? confidence,
        string sourceModel = null, double? weight = null, string tag = "")
        : this(
            (hours, generated) =>
                hours.ToUtc(expiryFunc(hours.ToLocal(generated))), symbol, type, direction, magnitude, confidence, sourceModel, weight, tag)
    {
    }

    public Insight(
        DateTime generatedTimeUtc, Symbol symbol, TimeSpan period, InsightType type, InsightDirection direction, double? magnitude,
        double? confidence,
        string sourceModel = null, double? weight = null, string tag = "")
        : this(symbol, period, type, direction, magnitude, confidence, sourceModel, weight, tag)
    {
        GeneratedTimeUtc = generatedTimeUtc;
        CloseTimeUtc = generatedTimeUtc + period;
    }

    private Insight(
        Func<SecurityExchangeHours, DateTime, DateTime> closeUtc, Symbol symbol, InsightType type, InsightDirection direction,
        double? magnitude,
        double? confidence, string sourceModel, double? weight, string tag)
    {
        _closeUtc = closeUtc;
        Id = Guid.NewGuid();
        Symbol = symbol;
        Type = type;
        Direction = direction;
        Magnitude = magnitude;
        Confidence = confidence;
        SourceModel = sourceModel;
        Weight = weight;
        Tag = tag;
        Score = new InsightScore();
    }

    public Guid Id { get; protected set; }

    public Guid? GroupId { get; protected set; }

    public string SourceModel { get; set; }

    public DateTime GeneratedTimeUtc { get; set; }

    public DateTime CloseTimeUtc { get; set; }

    public Symbol Symbol { get; private set; }

    public InsightType Type { get; private set; }

    public decimal ReferenceValue { get; set; }

    public decimal ReferenceValueFinal { get; set; }

    public InsightDirection Direction { get; private set; }

    public TimeSpan Period { get; private set; }

    public double? Magnitude { get; private set; }

    public double? Confidence { get; private set; }

    public double? Weight { get; private set; }

    public InsightScore Score { get; protected set; }

    public decimal EstimatedValue { get; set; }

    public string Tag { get; protected set; }

    public static Insight Price(
        Symbol symbol, Resolution resolution, int barCount, InsightDirection direction, double? magnitude = null, double? confidence = null,
        string sourceModel = null, double? weight = null, string tag = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(barCount, 1);
        return new Insight(
            (hours, generated) => ComputeCloseTime(hours, generated, resolution, barCount),
            symbol, InsightType.Price, direction, magnitude, confidence, sourceModel, weight, tag);
    }

    public static Insight Price(
        Symbol symbol, DateTime closeTimeLocal, InsightDirection direction, double? magnitude = null, double? confidence = null,
        string sourceModel = null, double? weight = null, string tag = "") => new(
            (hours, generated) => hours.ToUtc(closeTimeLocal),
            symbol, InsightType.Price, direction, magnitude, confidence, sourceModel, weight, tag);

    public static Insight Price(
        Symbol symbol, TimeSpan period, InsightDirection direction, double? magnitude = null, double? confidence = null,
        string sourceModel = null, double? weight = null, string tag = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromSeconds(1));
        return new Insight(symbol, period, InsightType.Price, direction, magnitude, confidence, sourceModel, weight, tag);
    }

    public static Insight Price(
        Symbol symbol, Func<DateTime, DateTime> expiryFunc, InsightDirection direction, double? magnitude = null, double? confidence = null,
        string sourceModel = null, double? weight = null, string tag = "") =>
        new(symbol, expiryFunc, InsightType.Price, direction, magnitude, confidence, sourceModel, weight, tag);

    public static IEnumerable<Insight> Group(params Insight[] insights)
    {
        if (insights.FirstOrDefault(insight => insight.GroupId is not null) is { } grouped)
            throw new InvalidOperationException($"{grouped} is in a group already.");
        var id = Guid.NewGuid();
        foreach (var insight in insights)
            insight.GroupId = id;
        return insights;
    }

    public static IEnumerable<Insight> Group(Insight insight) => Group([insight]);

    // Days are steps of open dates that keep the time of day; shorter resolutions count open time only.
    public static DateTime ComputeCloseTime(
        SecurityExchangeHours exchangeHours, DateTime generatedTimeUtc, Resolution resolution, int barCount)
    {
        if (resolution != Resolution.Daily)
            return ComputeCloseTime(exchangeHours, generatedTimeUtc, barCount * Length(resolution));
        var local = exchangeHours.ToLocal(generatedTimeUtc);
        for (var i = 0; i < barCount; i++)
            local = exchangeHours.GetNextTradingDay(local) + local.TimeOfDay;
        return exchangeHours.ToUtc(local);
    }

    public static DateTime ComputeCloseTime(SecurityExchangeHours exchangeHours, DateTime generatedTimeUtc, TimeSpan period)
    {
        var local = exchangeHours.ToLocal(generatedTimeUtc);
        var left = period;
        while (left >= TimeSpan.FromDays(1))
        {
            local = exchangeHours.GetNextTradingDay(local) + local.TimeOfDay;
            left -= TimeSpan.FromDays(1);
        }

        while (left > TimeSpan.Zero)
        {
            if (!exchangeHours.IsOpen(local, false))
                local = exchangeHours.GetNextMarketOpen(local, false);
            var open = exchangeHours.GetNextMarketClose(local, false) - local;
            var step = left < open ? left : open;
            local += step;
            left -= step;
        }

        return exchangeHours.ToUtc(local);
    }

    public void SetPeriodAndCloseTime(SecurityExchangeHours exchangeHours)
    {
        if (GeneratedTimeUtc == default)
            throw new InvalidOperationException($"{nameof(GeneratedTimeUtc)} comes before {nameof(SetPeriodAndCloseTime)}.");
        CloseTimeUtc = _closeUtc(exchangeHours, GeneratedTimeUtc);
        Period = CloseTimeUtc - GeneratedTimeUtc;
    }

    public bool IsExpired(DateTime utcTime) => CloseTimeUtc < utcTime;

    public bool IsActive(DateTime utcTime) => !IsExpired(utcTime);

    public void Cancel(DateTime utcTime) => Expire(utcTime);

    public void Expire(DateTime utcTime)
    {
        if (IsExpired(utcTime))
            return;
        CloseTimeUtc = utcTime.AddSeconds(-1);
        if (GeneratedTimeUtc < CloseTimeUtc)
            Period = CloseTimeUtc - GeneratedTimeUtc;
    }

    public virtual Insight Clone() => (Insight)MemberwiseClone();

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id:N}: {Symbol} {Type} {Direction} within {Period} by {Magnitude} with {Confidence} confidence and {Weight} weight");

    private static TimeSpan Length(Resolution resolution) => resolution switch
    {
        Resolution.Hour => TimeSpan.FromHours(1),
        Resolution.Minute => TimeSpan.FromMinutes(1),
        Resolution.Second => TimeSpan.FromSeconds(1),
        _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, null)
    };
}
