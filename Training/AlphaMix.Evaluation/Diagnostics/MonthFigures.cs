namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>One value of a calendar month.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">Month, from 1.</param>
/// <param name="Value">The value; NaN when no day of the month has one.</param>
internal readonly record struct MonthFigures(int Year, int Month, double Value)
{
    /// <summary>Adds up the values of each month, as the paper adds up returns.</summary>
    /// <param name="days">Days, ascending; a day's return belongs to the month in which it was decided.</param>
    /// <param name="values">One a day; NaN counts as nothing.</param>
    /// <exception cref="ArgumentException">The numbers of days and values differ.</exception>
    public static IReadOnlyList<MonthFigures> Sums(IReadOnlyList<DateOnly> days, double[] values) => By(days, values, found => found.Sum());

    /// <summary>Averages the values of each month.</summary>
    /// <param name="days">Days, ascending.</param>
    /// <param name="values">One a day; NaN is left out.</param>
    /// <exception cref="ArgumentException">The numbers of days and values differ.</exception>
    public static IReadOnlyList<MonthFigures> Means(IReadOnlyList<DateOnly> days, double[] values) =>
        By(days, values, found => found.Average());

    private static MonthFigures[] By(IReadOnlyList<DateOnly> days, double[] values, Func<double[], double> figure)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(values);
        if (days.Count != values.Length)
            throw new ArgumentException($"Expected {days.Count} values, found {values.Length}.", nameof(values));
        return
        [
            .. days.Zip(values).GroupBy(pair => (pair.First.Year, pair.First.Month)).Select(month =>
            {
                double[] known = [.. month.Select(pair => pair.Second).Where(value => !double.IsNaN(value))];
                return new MonthFigures(month.Key.Year, month.Key.Month, known.Length == 0 ? double.NaN : figure(known));
            })
        ];
    }
}
