using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using QuantConnect;
using QuantConnect.Securities;

namespace AlphaMix.Lean;

/// <summary>Rejects days that a pool was fitted on, and prices and resolutions that it was not trained on.</summary>
internal static class PoolGuard
{
    /// <summary>Refuses features of prices that LEAN's bars do not carry.</summary>
    public static void CheckFeatures(FeatureSpec spec)
    {
        if (spec.Features.FirstOrDefault(feature => feature.Source != PriceSource.Adjusted) is { } feature)
            throw new ArgumentException(
                $"AlphaMix: feature {feature.Name} reads {feature.Source} prices, but LEAN's Adjusted bars carry fully adjusted ones only. "
                + "Train with \"close\": \"adjusted\".");
    }

    /// <summary>Refuses a backtest that starts on or before the last price that entered a fit, or before the first dated pool.</summary>
    public static void CheckStart(PoolTimeline timeline, DateOnly start)
    {
        var fitted = timeline.First.Manifest.FittedThrough;
        if (start <= fitted)
            throw new InvalidOperationException(
                $"AlphaMix: the backtest starts on {start:yyyy-MM-dd}, but prices up to {fitted:yyyy-MM-dd} entered the pool's fit, so it "
                + $"would trade on what it has seen. Start on {fitted.AddDays(1):yyyy-MM-dd} or later; for looking "
                + "only, set the parameter allow-in-sample of this project's algorithms, or "
                + $"{nameof(AlphaMixAlphaModelOptions)}.{nameof(AlphaMixAlphaModelOptions.AllowInSample)} in one of your own.");
        if (start < timeline.From)
            throw new InvalidOperationException(
                $"AlphaMix: the backtest starts on {start:yyyy-MM-dd}, but the first dated pool trades from {timeline.From:yyyy-MM-dd}. "
                + "Start on that day or later.");
    }

    /// <summary>Refuses a security whose bars are not those that the pool was trained on.</summary>
    public static void CheckSubscription(Security security, Resolution resolution, string normalization)
    {
        var found = security.Subscriptions.Where(config => !config.IsInternalFeed).ToArray();
        var config = Array.Find(found, config => config.Resolution == resolution);
        if (config is null)
            throw new InvalidOperationException(
                $"AlphaMix: the pool reads {resolution} bars, but {security.Symbol.Value} is subscribed at "
                + $"{string.Join(", ", found.Select(other => other.Resolution).Distinct())}. Set UniverseSettings.Resolution, or "
                + $"the resolution passed to AddEquity, to Resolution.{resolution}; or set "
                + $"{nameof(AlphaMixAlphaModelOptions.PoolUniverseOnly)}, if the pool was not trained on it.");
        if (security.Type == SecurityType.Equity && config.DataNormalizationMode.ToString() != normalization)
            throw new InvalidOperationException(
                $"AlphaMix: the pool was trained on {normalization} prices, but {security.Symbol.Value} comes as "
                + $"{config.DataNormalizationMode}. Set UniverseSettings.DataNormalizationMode, or the dataNormalizationMode passed to "
                + $"AddEquity, to DataNormalizationMode.{normalization}.");
    }
}
