using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class DateTimeFormatTests
{
    [Theory]
    [InlineData("1990-01-01T00:00:00Z")]
    [InlineData("2024-02-29T23:59:59Z")]
    [InlineData("1990-12-31t15:59:50.123z")]
    [InlineData("1937-01-01T12:00:27.87+00:20")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z")]
    [InlineData("1985-04-12T00:59:59.999999999999999Z")]
    [InlineData("2026-01-01T10:00:00-00:00")]
    [InlineData("2026-01-01T10:00:00+23:59")]
    // Leap seconds.
    [InlineData("1998-12-31T23:59:60Z")]
    [InlineData("1998-12-31T15:59:60.123-08:00")]
    [InlineData("1999-01-01T00:59:60+01:00")]
    public void Accepts_a_date_time(string text) => Assert.True(DateTimeFormat.IsValid(text));

    [Theory]
    // No offset: the form that a server without time zones writes.
    [InlineData("2026-01-01T10:00:00")]
    [InlineData("2026-01-01T10:00:00.123456")]
    // No T, or something else in its place.
    [InlineData("2026-01-01 10:00:00Z")]
    [InlineData("2026-01-0110:00:00Z")]
    [InlineData("2026-01-01_10:00:00Z")]
    [InlineData("2026-01-01TT10:00:00Z")]
    [InlineData("2026-01-01T 10:00:00Z")]
    // Parts that do not exist.
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("2026-99-01T10:00:00Z")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-01-32T10:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-01-01T10:60:00Z")]
    [InlineData("2026-01-01T10:00:61Z")]
    [InlineData("2026-01-01T10:00:00+24:00")]
    [InlineData("2026-01-01T10:00:00+10:60")]
    [InlineData("1998-12-31T22:59:60Z")]
    [InlineData("1998-12-31T23:58:60Z")]
    // Parts missing, and other forms of ISO 8601.
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01T")]
    [InlineData("2026-01-01Z")]
    [InlineData("10:00:00Z")]
    [InlineData("T10:00:00Z")]
    [InlineData("2026-01-01T10:00Z")]
    [InlineData("2026-01-01T10Z")]
    [InlineData("20260101T100000Z")]
    [InlineData("2026-001T10:00:00Z")]
    [InlineData("2026-W01-4T10:00:00Z")]
    [InlineData("+12026-01-01T10:00:00Z")]
    [InlineData("-2026-01-01T10:00:00Z")]
    [InlineData("2026-1-1T10:00:00Z")]
    [InlineData("2026-01-01T1:00:00Z")]
    [InlineData("2026-01-01T10:00:00.Z")]
    [InlineData("2026-01-01T10:00:00,5Z")]
    [InlineData("2026-01-01T10:00:00+0100")]
    [InlineData("2026-01-01T10:00:00+01")]
    // Other notations.
    [InlineData("Thu, 01 Jan 2026 10:00:00 GMT")]
    [InlineData("01/01/2026 10:00:00 PST")]
    [InlineData("1767261600")]
    [InlineData("/Date(1767261600000)/")]
    [InlineData("2026-01-01T10:00:00Z[Europe/London]")]
    [InlineData("2026-01-01T10:00:00 UTC")]
    // Digits of other scripts.
    [InlineData("2026-01-0\u09E7T10:00:00Z")]
    [InlineData("2026-01-01T\u0661\u0660:00:00Z")]
    [InlineData("\u0662\u0660\u0662\u0666-01-01T10:00:00Z")]
    // Text around a date-time, or none.
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01T10:00:00Z ")]
    [InlineData("2026-01-01T10:00:00Z\n")]
    [InlineData("2026-01-01T10:00:00+01:00\n")]
    [InlineData("2026-01-01T10:00:00Z2026-01-01T10:00:00Z")]
    public void Refuses_what_is_not_a_date_time(string text) => Assert.False(DateTimeFormat.IsValid(text));
}
