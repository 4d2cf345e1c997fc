namespace Thymia.Conformance.Safety;

/// <summary>Single bytes read out of hex or base64 that stands within a text; -1 where there is none.</summary>
internal static class EncodedBytes
{
    public static int Hex(string text, int at)
    {
        if (at < 0 || at + 1 >= text.Length || !char.IsAsciiHexDigit(text[at]) || !char.IsAsciiHexDigit(text[at + 1]))
        {
            return -1;
        }

        return Convert.FromHexString(text.AsSpan(at, 2))[0];
    }

    /// <param name="group">Where a group of four digits begins.</param>
    /// <param name="index">The byte counted from there, backwards where negative.</param>
    public static int Base64(string text, int group, int index)
    {
        var digit = DigitOf(index);
        var (high, low) = (Value(text, group + digit), Value(text, group + digit + 1));
        return high < 0 || low < 0 ? -1 : (((high << 6) | low) >> (4 - ((8 * index) - (6 * digit)))) & 0xFF;
    }

    /// <summary>The digit in which a byte begins, counted from the same group.</summary>
    public static int DigitOf(int index) => (int)Math.Floor(8 * index / 6.0);

    /// <summary>Where the digits end, padding included.</summary>
    public static int EndOfBase64(string text, int from)
    {
        var end = Math.Min(from, text.Length);
        while (end < text.Length && (Value(text, end) >= 0 || text[end] == '='))
        {
            end++;
        }

        return end;
    }

    private static int Value(string text, int at) =>
        at < 0 || at >= text.Length
            ? -1
            : text[at] switch
            {
                >= 'A' and <= 'Z' and var c => c - 'A',
                >= 'a' and <= 'z' and var c => c - 'a' + 26,
                >= '0' and <= '9' and var c => c - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
}
