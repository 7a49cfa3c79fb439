using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>
/// Prepares training data with the authors' departures in prices, labels and scaling; without any, exactly <see
/// cref="TrainingData.Prepare"/>.
/// </summary>
internal static class AuthorsData
{
    public static TrainingData Prepare(IReadOnlyList<BarSeries> series, TrainingConfiguration configuration, DepartureSet departures)
    {
        var rawClose = departures.Has(Departure.RawClose);
        if (rawClose)
            configuration = configuration with { Features = configuration.Features with { Close = PriceSource.SplitAdjusted } };
        var honest = TrainingData.Prepare(series, configuration);
        var (panel, scaler) = departures.Has(Departure.FullSampleScale)
            ? ScaledByWholeFile(honest.Panel, configuration)
            : (honest.Panel, honest.Scaler);
        if (!rawClose && !departures.Has(Departure.UpOnZero))
            return new TrainingData(panel, scaler, honest.Training, honest.Validation, honest.Unscaled, configuration.Split.TestFrom);
        var prices = panel.Series.Select(each => rawClose ? RawClosePrices.From(each) : each).ToArray();
        var label = configuration.LabelSpec;
        var own = label == LabelSpec.CloseToClose(label.Horizon) ? PriceLabel.CloseToClose
            : label == LabelSpec.OpenToOpen(label.Horizon) ? PriceLabel.OpenToOpen
            : throw new ConfigurationException(
                $"label.kind must be \"{LabelSpec.CloseToCloseName}\" or \"{LabelSpec.OpenToOpenName}\" with the departures rawClose and "
                    + $"upOnZero, found \"{label.Name}\".");
        var labels = new AuthorsLabels(prices, own, label.Horizon, departures.Has(Departure.UpOnZero));
        return new TrainingData(
            panel, scaler, labels.Relabel(honest.Training), labels.Relabel(honest.Validation), honest.Unscaled,
            configuration.Split.TestFrom);
    }

    private static (Panel Panel, Scaler Scaler) ScaledByWholeFile(Panel scaled, TrainingConfiguration configuration)
    {
        var panel = Panel.Compute(scaled.Series, scaled.Spec);
        var scaler = ScalerFitter.Fit(configuration.Features.Scaler, panel, DateOnly.MinValue, DateOnly.MaxValue);
        return (panel.Scaled(scaler), scaler);
    }
}
