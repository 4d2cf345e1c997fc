using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>time</c>: RFC 3339 section 5.6 <c>full-time</c>, so an offset (or <c>Z</c>, in either case) is required, a
/// fraction has one digit or more after a point, and hour 24 does not exist.
/// </summary>
/// <remarks>
/// Second 60 is a leap second, which section 5.7 puts at 23:59:60 UTC; with an offset it is so at the matching
/// local time.
/// </remarks>
internal static class TimeFormat
{
    private const int MinutesPerDay = 24 * 60;
    private const int SecondsEnd = 8;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length <= SecondsEnd || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        var hour = AsciiDigits.Read(text[..2]);
        var minute = AsciiDigits.Read(text[3..5]);
        var second = AsciiDigits.Read(text[6..SecondsEnd]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return false;
        }

        return TrySkipFraction(text[SecondsEnd..], out var zone)
            && TryReadOffset(zone, out var offset)
            && (second < 60 || IsLastMinuteOfUtcDay((hour * 60) + minute - offset));
    }

    private static bool TrySkipFraction(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        rest = text;
        if (text[0] != '.')
        {
            return true;
        }

        var digits = AsciiDigits.Count(text[1..]);
        rest = text[(1 + digits)..];
        return digits > 0;
    }

    // The offset comes out in minutes east of UTC.
    private static bool TryReadOffset(ReadOnlySpan<char> text, out int offset)
    {
        offset = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':')
        {
            return false;
        }

        var hours = AsciiDigits.Read(text[1..3]);
        var minutes = AsciiDigits.Read(text[4..]);
        offset = ((hours * 60) + minutes) * (text[0] == '-' ? -1 : 1);
        return hours is >= 0 and <= 23 && minutes is >= 0 and <= 59;
    }

    private static bool IsLastMinuteOfUtcDay(int minuteOfDay) =>
        (minuteOfDay + MinutesPerDay) % MinutesPerDay == MinutesPerDay - 1;
}
