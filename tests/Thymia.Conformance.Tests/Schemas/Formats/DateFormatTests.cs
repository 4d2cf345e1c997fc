using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class DateFormatTests
{
    [Theory]
    [InlineData("1990-01-01")]
    [InlineData("2024-12-31")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31")]
    // Leap years: every fourth, not the hundredth, but the four hundredth, year 0 too.
    [InlineData("2024-02-29")]
    [InlineData("2000-02-29")]
    [InlineData("0000-02-29")]
    [InlineData("0400-02-29")]
    [InlineData("2023-02-28")]
    // Days that Europe's calendar reform left out exist in the proleptic calendar.
    [InlineData("1582-10-10")]
    public void Accepts_a_full_date(string text) => Assert.True(DateFormat.IsValid(text));

    [Theory]
    // Days and months that do not exist.
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2100-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("2024-04-31")]
    [InlineData("2024-06-31")]
    [InlineData("2024-09-31")]
    [InlineData("2024-11-31")]
    [InlineData("2024-01-32")]
    [InlineData("2024-00-10")]
    [InlineData("2024-13-10")]
    [InlineData("2024-01-00")]
    [InlineData("1990-13-45")]
    // Other forms of ISO 8601.
    [InlineData("19900101")]
    [InlineData("1990-01")]
    [InlineData("1990")]
    [InlineData("1990-001")]
    [InlineData("1990-W01-1")]
    [InlineData("+1990-01-01")]
    [InlineData("-1990-01-01")]
    [InlineData("11990-01-01")]
    [InlineData("1990-01-01Z")]
    [InlineData("1990-01-01T00:00:00Z")]
    // Other orders, separators and paddings.
    [InlineData("01-01-1990")]
    [InlineData("01/01/1990")]
    [InlineData("1990/01/01")]
    [InlineData("1990.01.01")]
    [InlineData("1990 01 01")]
    [InlineData("1990-1-01")]
    [InlineData("1990-01-1")]
    [InlineData("1990-1-1")]
    [InlineData("90-01-01")]
    [InlineData("1990\u201301\u201301")]
    [InlineData("1990\u221201\u221201")]
    // Signs and blanks where a digit belongs.
    [InlineData("1990-+1-01")]
    [InlineData("1990- 1-01")]
    [InlineData("1990--1-01")]
    [InlineData(" 990-01-01")]
    [InlineData("1990-01-1 ")]
    [InlineData("1990-01-0:")]
    [InlineData("1990-01-0/")]
    // Digits of other scripts: Bengali, Arabic-Indic, Persian, Thai, fullwidth.
    [InlineData("\u09E7\u09EF\u09EF\u09E6-01-01")]
    [InlineData("1990-01-0\u09E7")]
    [InlineData("\u0661\u0669\u0669\u0660-\u0660\u0661-\u0660\u0661")]
    [InlineData("1990-\u06F0\u06F1-01")]
    [InlineData("1990-01-\u0E50\u0E51")]
    [InlineData("\uFF11\uFF19\uFF19\uFF10-01-01")]
    // Text around or instead of a date.
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("not-a-date")]
    [InlineData(" 1990-01-01")]
    [InlineData("1990-01-01 ")]
    [InlineData("1990-01-01\n")]
    [InlineData("\n1990-01-01")]
    [InlineData("1990-01-01\r\n")]
    [InlineData("1990-01-01\t")]
    [InlineData("\uFEFF1990-01-01")]
    [InlineData("\u200E1990-01-01")]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("631152000")]
    public void Refuses_what_is_not_a_full_date(string text) => Assert.False(DateFormat.IsValid(text));
}
