using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>uri-template</c>: RFC 6570 section 2, all four levels. Operators that section 2.2 reserves for later are part
/// of the grammar; an apostrophe is a literal (erratum 6937).
/// </summary>
internal static class UriTemplateFormat
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text[0] == '{' ? ExpressionLength(text) : LiteralLength(text);
            if (length == 0)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    private static int LiteralLength(ReadOnlySpan<char> text) =>
        text[0] switch
        {
            '%' => UriCharacters.PercentEncodedLength(text),
            <= ' ' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '\x7F' => 0,
            < '\x7F' => 1,
            _ => UriCharacters.UnicodeLength(text, privateUse: true),
        };

    private static int ExpressionLength(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('}');
        if (close < 2)
        {
            return 0;
        }

        var variables = text[1..close];
        if ("+#./;?&=,!@|".Contains(variables[0], StringComparison.Ordinal))
        {
            variables = variables[1..];
        }

        foreach (var range in variables.Split(','))
        {
            if (!IsVariable(variables[range]))
            {
                return 0;
            }
        }

        return close + 1;
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        if (text.EndsWith('*'))
        {
            return IsName(text[..^1]);
        }

        var colon = text.IndexOf(':');
        return colon < 0 ? IsName(text) : IsName(text[..colon]) && IsPrefixLength(text[(colon + 1)..]);
    }

    // 1 to 9999, without leading zeros.
    private static bool IsPrefixLength(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 4 && text[0] != '0' && AsciiDigits.Read(text) > 0;

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (part.IsEmpty)
            {
                return false;
            }

            while (!part.IsEmpty)
            {
                var length =
                    char.IsAsciiLetterOrDigit(part[0]) || part[0] == '_' ? 1 : UriCharacters.PercentEncodedLength(part);
                if (length == 0)
                {
                    return false;
                }

                part = part[length..];
            }
        }

        return true;
    }
}
