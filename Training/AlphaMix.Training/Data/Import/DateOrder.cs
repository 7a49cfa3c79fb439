namespace AlphaMix.Training.Data.Import;

/// <summary>How a date is written. A date with the year in front is read under each.</summary>
internal enum DateOrder
{
    /// <summary><c>2020-01-31</c>, <c>2020/1/31</c>, <c>20200131</c>.</summary>
    YearFirst,

    /// <summary><c>31/01/2020</c>, <c>31.1.2020</c>.</summary>
    DayFirst,

    /// <summary><c>01/31/2020</c>, <c>1-31-2020</c>.</summary>
    MonthFirst
}
