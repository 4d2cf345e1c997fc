using System.Globalization;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// A <c>CharacterEscape</c>, read behind its backslash: the character's value, or -1 where it is none.
/// </summary>
internal static class EcmaCharacterEscape
{
    private const int Broken = -1;

    public static int Read(ref PatternCursor cursor)
    {
        if (cursor.AtEnd)
        {
            return Broken;
        }

        var first = cursor.ReadCodePoint();
        return first switch
        {
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '0' => char.IsAsciiDigit(cursor.Current) ? Broken : 0,
            'c' => char.IsAsciiLetter(cursor.Current) ? cursor.ReadCodePoint() % 32 : Broken,
            'x' => cursor.ReadHex(2),
            'u' => ReadUnicode(ref cursor, braces: cursor.Unicode),
            _ => IsItself(first, cursor.Unicode) ? first : Broken,
        };
    }

    /// <summary>
    /// What follows <c>\u</c>: four digits, two times four for a surrogate pair, or any number in braces.
    /// </summary>
    public static int ReadUnicode(ref PatternCursor cursor, bool braces)
    {
        if (braces && cursor.Take("{"))
        {
            return ReadBraced(cursor.TakeUntil('}'));
        }

        var high = cursor.ReadHex(4);
        if (!braces || high is < 0xD800 or > 0xDBFF)
        {
            return high;
        }

        var ahead = cursor;
        var low = ahead.Take("\\u") ? ahead.ReadHex(4) : Broken;
        if (low is < 0xDC00 or > 0xDFFF)
        {
            return high;
        }

        cursor = ahead;
        return char.ConvertToUtf32((char)high, (char)low);
    }

    private static int ReadBraced(ReadOnlySpan<char> digits)
    {
        var significant = digits.TrimStart('0');
        return
            significant.Length <= 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value <= 0x10FFFF
            ? value
            : Broken;
    }

    // With the flag only what would mean something else without the backslash, otherwise all but parts of names.
    private static bool IsItself(int value, bool unicode) =>
        unicode
            ? value < 0x80 && "^$\\.*+?()[]{}|/".Contains((char)value, StringComparison.Ordinal)
            : !EcmaGroupName.IsIdContinue(value);
}
