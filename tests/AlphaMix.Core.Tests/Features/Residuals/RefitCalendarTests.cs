using AlphaMix.Core.Features.Residuals;

namespace AlphaMix.Core.Tests.Features.Residuals;

[TestFixture]
public class RefitCalendarTests
{
    [Test]
    public void BlockOf_HasTwentyOneWeekdays_AndChangesOnWeekdaysAlone()
    {
        var day = new DateOnly(2015, 1, 1);
        var weekdays = new Dictionary<int, int>();
        for (; day < new DateOnly(2017, 1, 1); day = day.AddDays(1))
        {
            var block = RefitCalendar.BlockOf(day);
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                Assert.That(block, Is.EqualTo(RefitCalendar.BlockOf(day.AddDays(-1))), $"{day}");
            else
                weekdays[block] = weekdays.GetValueOrDefault(block) + 1;
        }

        Assert.That(weekdays.OrderBy(pair => pair.Key).Skip(1).SkipLast(1).Select(pair => pair.Value), Is.All.EqualTo(21));
    }
}
