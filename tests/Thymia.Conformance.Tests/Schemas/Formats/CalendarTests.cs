using System.Globalization;
using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class CalendarTests
{
    [Fact]
    public void Knows_the_last_day_of_each_month_of_each_year()
    {
        for (var year = DateTime.MinValue.Year; year <= DateTime.MaxValue.Year; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                var last = DateTime.DaysInMonth(year, month);
                if (!DateFormat.IsValid(Write(year, month, last)) || DateFormat.IsValid(Write(year, month, last + 1)))
                {
                    Assert.Fail($"{year}-{month} should end on day {last}");
                }
            }
        }
    }

    [Fact]
    public void Takes_days_and_months_between_their_bounds_only()
    {
        for (var month = 0; month <= 99; month++)
        {
            for (var day = 0; day <= 99; day++)
            {
                var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);
                Assert.Equal(exists, DateFormat.IsValid(Write(2024, month, day)));
            }
        }
    }

    [Fact]
    public void Takes_second_60_in_the_last_minute_of_the_utc_day_only()
    {
        var start = new DateTime(2016, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);
        for (var offset = -1439; offset <= 1439; offset += 60 + 1)
        {
            var sign = offset < 0 ? '-' : '+';
            var zone = TimeSpan.FromMinutes(Math.Abs(offset)).ToString("hh\\:mm", CultureInfo.InvariantCulture);
            for (var minute = 0; minute < 1440; minute++)
            {
                var local = start.AddMinutes(minute).ToString("HH:mm", CultureInfo.InvariantCulture);
                var isLast = start.AddMinutes(minute - offset).TimeOfDay == new TimeSpan(23, 59, 0);
                Assert.Equal(isLast, TimeFormat.IsValid($"{local}:60{sign}{zone}"));
            }
        }
    }

    private static string Write(int year, int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
}
