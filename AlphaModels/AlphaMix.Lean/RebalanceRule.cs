using Python.Runtime;
using QuantConnect;
using QuantConnect.Scheduling;
using QuantConnect.Util;

namespace AlphaMix.Lean;

/// <summary>
/// When the portfolio is rebalanced at the latest: a function from a time in UTC to the next rebalancing. Python binds any object to a
/// <c>PyObject</c> parameter, options too, so that a wrong one would be taken for a rule without a word; here it is refused.
/// </summary>
internal static class RebalanceRule
{
    /// <summary>Returns a rule that rebalances a bar of a resolution after the last time.</summary>
    public static Func<DateTime, DateTime?> After(Resolution resolution)
    {
        var span = resolution switch
        {
            Resolution.Daily => TimeSpan.FromDays(1),
            Resolution.Hour => TimeSpan.FromHours(1),
            Resolution.Minute => TimeSpan.FromMinutes(1),
            _ => TimeSpan.FromSeconds(1)
        };
        return utc => utc + span;
    }

    /// <summary>Returns the options that Python handed over in place of a rule; null when it is something else.</summary>
    public static AlphaMixPortfolioOptions? Options(PyObject argument) =>
        argument is not null && argument.TryConvert<AlphaMixPortfolioOptions>(out var options) ? options : null;

    /// <summary>Returns the rule that Python handed over; null for None, which rebalances on every slice.</summary>
    /// <exception cref="ArgumentException">It is no rule.</exception>
    public static Func<DateTime, DateTime?>? From(PyObject argument)
    {
        if (argument is null || argument.ToString() == "None")
            return null;
        if (argument.TryConvert<Resolution>(out var resolution))
            return After(resolution);
        if (argument.TryConvert<IDateRule>(out var dates))
            return dates.ToFunc();
        if (PythonUtil.ToFunc<DateTime, DateTime?>(argument) is { } function)
            return function;
        return Span(argument) is { } span && span > TimeSpan.Zero
            ? utc => utc + span
            : throw new ArgumentException(
                $"{nameof(AlphaMixPortfolioConstructionModel)}: expected {nameof(AlphaMixPortfolioOptions)}, a Resolution, a date rule, a "
                    + $"positive timedelta or a function of the time in UTC, found {argument}.");
    }

    private static TimeSpan? Span(PyObject argument)
    {
        using var _ = Py.GIL();
        try
        {
            return argument.As<TimeSpan>();
        }
        catch (InvalidCastException)
        {
            return null;
        }
    }
}
