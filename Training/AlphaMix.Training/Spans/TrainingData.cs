using AlphaMix.Core.Features;
using AlphaMix.Core.Features.Residuals;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Spans;

/// <summary>
/// The data of a training run: the scaled panel, and the samples of the training and validation spans, purged of overlap.
/// </summary>
public sealed class TrainingData
{
    /// <summary>
    /// Initializes a new instance of the <see cref="TrainingData"/> class from parts that fit each other; for experiments that prepare them
    /// otherwise.
    /// </summary>
    internal TrainingData(
        Panel panel, Scaler scaler, Sample[] training, Sample[] validation, IReadOnlyList<string> unknown, DateOnly fitTo)
    {
        Panel = panel;
        Scaler = scaler;
        Training = training;
        Validation = validation;
        Unscaled = unknown;
        FittedThrough = panel.Series.Select(each => each.Before(fitTo)).Where(each => each.Count > 0).Max(each => each.Bars[^1].Day);
        Samples = new TrainingSamples(
            panel.Rows,
            panel.Spec.InputSize,
            Array.ConvertAll(training, sample => sample.WindowOffset),
            Array.ConvertAll(training, sample => sample.Label));
    }

    /// <summary>Gets the scaled panel.</summary>
    public Panel Panel { get; }

    /// <summary>Gets the scaler, fitted on the training span.</summary>
    public Scaler Scaler { get; }

    /// <summary>Gets the samples of the training span.</summary>
    public Sample[] Training { get; }

    /// <summary>Gets the samples of the validation span.</summary>
    public Sample[] Validation { get; }

    /// <summary>Gets the training samples in the form that trainers take.</summary>
    public TrainingSamples Samples { get; }

    /// <summary>
    /// Gets the instruments left out because they have no bar in the training span to fit a <see cref="ScalerKind.PerInstrument"/> scaler
    /// on.
    /// </summary>
    public IReadOnlyList<string> Unscaled { get; }

    /// <summary>Gets the instruments with a sample in the training or validation span, in ordinal order.</summary>
    public IReadOnlyList<string> Universe =>
        [.. Training.Concat(Validation).Select(sample => sample.Instrument).Distinct().Order().Select(i => Panel.Series[i].Instrument)];

    /// <summary>
    /// Gets the date of the last price that enters any fit: labels end by it, and validation portfolios are valued at it.
    /// </summary>
    public DateOnly FittedThrough { get; }

    /// <summary>Computes features, fits the scaler on the training span, and finds the samples.</summary>
    /// <param name="series">Bars of the instruments.</param>
    /// <param name="configuration">Features, label, split.</param>
    /// <exception cref="ConfigurationException">A span has no sample; the message says which, and what days there are.</exception>
    public static TrainingData Prepare(IReadOnlyList<BarSeries> series, TrainingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(configuration);
        var split = configuration.Split;
        var spec = configuration.Features.SpecFor(
            configuration.Data.Resolution, BarsPerDay(series, split.ValidationFrom), configuration.Extensions);
        RequireNames(series, spec);
        var panel = Panel.Compute(series, spec);
        var labelled = Labels.Build(panel, configuration.LabelSpec, configuration.Extensions);
        Require("training", split.Training(labelled), split.TrainFrom, split.ValidationFrom, panel);

        var scaler = ScalerFitter.Fit(configuration.Features.Scaler, panel, split.TrainFrom, split.ValidationFrom);
        var unknown = panel.Series.Select(each => each.Instrument).Where(name => !scaler.Knows(name)).ToArray();
        if (unknown.Length > 0)
        {
            panel = Panel.Compute(panel.Series.Where(each => scaler.Knows(each.Instrument)), spec);
            labelled = Labels.Build(panel, configuration.LabelSpec, configuration.Extensions);
        }

        panel = panel.Scaled(scaler);
        var validation = split.Validation(labelled);
        Require("validation", validation, split.ValidationFrom, split.FitTo, panel);
        return new TrainingData(panel, scaler, split.Training(labelled), validation, unknown, split.FitTo);
    }

    /// <summary>Returns the number of bars of a full day: the most frequent one of the days before the validation span.</summary>
    private static int BarsPerDay(IReadOnlyList<BarSeries> series, DateOnly before)
    {
        if (series.Count == 0 || series[0].Resolution == BarResolution.Daily)
            return 1;
        return series
            .SelectMany(each => Lengths(TradingDays.From(each), before))
            .GroupBy(length => length)
            .OrderByDescending(lengths => lengths.Count())
            .ThenByDescending(lengths => lengths.Key)
            .Select(lengths => lengths.Key)
            .FirstOrDefault(1);
    }

    private static IEnumerable<int> Lengths(TradingDays days, DateOnly before) =>
        Enumerable.Range(0, days.Count).Where(d => days.Day[d] < before).Select(d => days.Last[d] - days.First[d] + 1);

    private static void RequireNames(IReadOnlyList<BarSeries> series, FeatureSpec spec)
    {
        if (spec.IsCrossSectional && series.Count < ResidualCrossSection.FewestNames)
            throw new ConfigurationException(
                $"Residual features (features.set {FeatureOptions.ResidualV1}) compare instruments with each other and need at least "
                + $"{ResidualCrossSection.FewestNames} of them, found {series.Count}. Add instruments, or use features.set "
                + $"{FeatureOptions.Paper}.");
    }

    private static void Require(string span, Sample[] samples, DateOnly from, DateOnly to, Panel panel)
    {
        if (samples.Length > 0)
            return;
        var days = panel.Series.Where(each => each.Count > 0).ToArray();
        var found = days.Length == 0
            ? "no usable bar at all"
            : $"usable bars from {days.Min(each => each.Bars[0].Day):yyyy-MM-dd} to {days.Max(each => each.Bars[^1].Day):yyyy-MM-dd}";
        throw new ConfigurationException(
            $"The {span} span {from:yyyy-MM-dd}..{to:yyyy-MM-dd} has no sample: found {found} in {panel.Series.Count} instruments, "
            + $"and a sample needs {panel.Spec.WarmUpBars} bars before it. Set split to days the data has.");
    }
}
