using System.Globalization;

namespace Thymia.Provider.Rules;

/// <summary>The reading of date and date-time text behind pydantic v2, in the order in which it complains.</summary>
internal static class V2DateText
{
    /// <summary>Its words for what is wrong; null for a date or a date-time.</summary>
    public static string? WhatIsWrong(string text) =>
        text.Length < 10 ? "input is too short"
        : !IsDigits(text, 0, 4) ? "invalid character in year"
        : text[4] != '-' ? "invalid date separator, expected `-`"
        : !IsDigits(text, 5, 2) ? "invalid character in month"
        : text[7] != '-' ? "invalid date separator, expected `-`"
        : !IsDigits(text, 8, 2) ? "invalid character in day"
        : Number(text, 5) is < 1 or > 12 ? "month value is outside expected range of 1-12"
        : !FullDate.IsValid(text.AsSpan(0, 10)) ? "day value is outside expected range"
        : text.Length == 10 ? null
        : text[10] is not ('T' or 't' or '_' or ' ') ? "invalid datetime separator, expected `T`, `t`, `_` or space"
        : WhatIsWrongInTime(text);

    private static string? WhatIsWrongInTime(string text) =>
        text.Length < 16 ? "input is too short"
        : !IsDigits(text, 11, 2) ? "invalid character in hour"
        : text[13] != ':' ? "invalid time separator, expected `:`"
        : !IsDigits(text, 14, 2) ? "invalid character in minute"
        : Number(text, 11) > 23 ? "hour value is outside expected range of 0-23"
        : Number(text, 14) > 59 ? "minute value is outside expected range of 0-59"
        : text.Length == 16 ? null
        : text[16] != ':' ? WhatIsWrongInOffset(text[16..])
        : !IsDigits(text, 17, 2) ? "invalid character in second"
        : Number(text, 17) > 59 ? "second value is outside expected range of 0-59"
        : WhatIsWrongInFraction(text[19..]);

    private static string? WhatIsWrongInFraction(string rest)
    {
        if (rest.Length == 0 || rest[0] is not ('.' or ','))
        {
            return WhatIsWrongInOffset(rest);
        }

        var digits = rest.Skip(1).TakeWhile(char.IsAsciiDigit).Count();
        return digits == 0 ? "second fraction digits missing after `.`" : WhatIsWrongInOffset(rest[(digits + 1)..]);
    }

    private static string? WhatIsWrongInOffset(string rest)
    {
        if (rest is "" or "Z" or "z")
        {
            return null;
        }

        if (rest[0] is not ('+' or '-'))
        {
            return rest[0] is 'Z' or 'z'
                ? "unexpected extra characters at the end of the input"
                : "invalid timezone sign";
        }

        var minute = rest.Length > 3 && rest[3] == ':' ? 4 : 3;
        return !IsDigits(rest, 1, 2) ? "invalid timezone hour"
            : !IsDigits(rest, minute, 2) ? "invalid timezone minute"
            : Number(rest, 1) > 23 ? "timezone offset must be less than 24 hours"
            : rest.Length > minute + 2 ? "unexpected extra characters at the end of the input"
            : null;
    }

    private static bool IsDigits(string text, int start, int count) =>
        text.Length >= start + count && !text.AsSpan(start, count).ContainsAnyExceptInRange('0', '9');

    private static int Number(string text, int start) =>
        int.Parse(text.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
