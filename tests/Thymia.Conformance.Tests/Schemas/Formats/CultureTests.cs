using System.Globalization;
using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

/// <summary>Cultures with other calendars, digits, separators and rules for the letter i.</summary>
public sealed class CultureTests
{
    public static TheoryData<string> Cultures { get; } =
    ["", "tr-TR", "ar-SA", "th-TH", "fa-IR", "he-IL", "bn-BD", "sv-SE"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Judges_dates_and_times_alike_in_every_culture(string culture) => In(culture, () =>
        {
            Assert.True(DateFormat.IsValid("2024-02-29"));
            Assert.True(DateFormat.IsValid("0000-01-01"));
            Assert.True(DateFormat.IsValid("9999-12-31"));
            Assert.True(DateTimeFormat.IsValid("1998-12-31T15:59:60.123-08:00"));
            Assert.True(TimeFormat.IsValid("10:00:00.5Z"));
            Assert.True(DurationFormat.IsValid("P1Y2M3DT4H5M6S"));

            Assert.False(DateFormat.IsValid("2567-02-29"));
            Assert.False(DateFormat.IsValid("1445-02-30"));
            Assert.False(DateFormat.IsValid("\u0661\u0664\u0664\u0665-\u0660\u0661-\u0660\u0661"));
            Assert.False(DateFormat.IsValid("\u0E52\u0E55\u0E56\u0E57-\u0E50\u0E51-\u0E50\u0E51"));
            Assert.False(DateTimeFormat.IsValid("2026-01-01T10.00.00Z"));
            Assert.False(TimeFormat.IsValid("10:00:00,5Z"));
        });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Compares_letters_alike_in_every_culture(string culture) => In(culture, () =>
        {
            Assert.True(StringFormats.IsValid("email", "joe@[ipv6:::1]"));
            Assert.True(StringFormats.IsValid("uri", "FILE:///I/\u0069"));
            Assert.True(UuidFormat.IsValid("2EB8AA08-AA98-11EA-B4AA-73B441D16380"));
            Assert.True(RegexFormat.IsValid("\\u{1F600}{10,11}"));

            Assert.False(StringFormats.IsValid("email", "joe@[\u0130pv6:::1]"));
            Assert.False(StringFormats.IsValid("email", "joe@[\u0131pv6:::1]"));
            Assert.False(StringFormats.IsValid("uri", "f\u0131le:///"));
            Assert.False(HostnameFormat.IsValid("\u0130.example"));
        });

    private static void In(string name, Action check)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
