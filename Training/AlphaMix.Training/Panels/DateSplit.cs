namespace AlphaMix.Training.Panels;

/// <summary>
/// Training, validation and test spans by date. A sample belongs to a span when its window's day and its label's last price both lie
/// inside: spans are purged of the label reach.
/// </summary>
public sealed record DateSplit
{
    /// <summary>Gets the first day of the training span.</summary>
    public required DateOnly TrainFrom { get; init; }

    /// <summary>Gets the first day of the validation span, and the day before which training labels end.</summary>
    public required DateOnly ValidationFrom { get; init; }

    /// <summary>Gets the first day of the test span, and the day before which validation labels end.</summary>
    public required DateOnly TestFrom { get; init; }

    /// <summary>Gets the first day after the test span.</summary>
    public required DateOnly TestTo { get; init; }

    /// <summary>
    /// Gets the calendar days before the validation span and before the test span that no label may reach into, besides the purge. Default
    /// 0.
    /// </summary>
    public int EmbargoDays { get; init; }

    /// <summary>Gets the first day no price of which enters any fit: the test span's first, or the embargo's before it.</summary>
    public DateOnly FitTo => TestFrom.AddDays(-EmbargoDays);

    /// <summary>Returns the samples of the training span.</summary>
    public Sample[] Training(Sample[] samples) => Between(samples, TrainFrom, ValidationFrom.AddDays(-EmbargoDays));

    /// <summary>Returns the samples of the validation span.</summary>
    public Sample[] Validation(Sample[] samples) => Between(samples, ValidationFrom, FitTo);

    /// <summary>Names every fault, none when the dates can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (TrainFrom >= ValidationFrom)
            yield return $"split.trainFrom ({TrainFrom:yyyy-MM-dd}) must lie before split.validationFrom ({ValidationFrom:yyyy-MM-dd})";
        if (ValidationFrom >= TestFrom)
            yield return $"split.validationFrom ({ValidationFrom:yyyy-MM-dd}) must lie before split.testFrom ({TestFrom:yyyy-MM-dd})";
        if (EmbargoDays < 0 || (ValidationFrom < TestFrom && ValidationFrom >= FitTo)
            || (TrainFrom < ValidationFrom && TrainFrom >= ValidationFrom.AddDays(-EmbargoDays)))
            yield return $"split.embargoDays must not be negative and must leave days in every span, found {EmbargoDays}";
        if (TestFrom >= TestTo)
            yield return $"split.testFrom ({TestFrom:yyyy-MM-dd}) must lie before split.testTo ({TestTo:yyyy-MM-dd})";
    }

    private static Sample[] Between(Sample[] samples, DateOnly from, DateOnly to) =>
        Array.FindAll(samples, sample => sample.Day >= from && sample.LabelDay < to);
}
