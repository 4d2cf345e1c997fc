namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>ipv6</c>: the text forms of RFC 4291 section 2.2. <c>::</c> stands once, for one group or more; the last two
/// groups may be written as an IPv4 address. A zone, a prefix length and brackets are not part of an address.
/// </summary>
internal static class Ipv6Format
{
    private const int Groups = 8;
    private const int Broken = Groups + 1;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return CountGroups(text, mayEndInIpv4: true) == Groups;
        }

        var before = gap == 0 ? 0 : CountGroups(text[..gap], mayEndInIpv4: false);
        var after = gap + 2 == text.Length ? 0 : CountGroups(text[(gap + 2)..], mayEndInIpv4: true);
        return before + after < Groups;
    }

    private static int CountGroups(ReadOnlySpan<char> text, bool mayEndInIpv4)
    {
        var count = 0;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (IsGroup(group))
            {
                count++;
            }
            else if (mayEndInIpv4 && range.End.GetOffset(text.Length) == text.Length && Ipv4Format.IsValid(group))
            {
                count += 2;
            }
            else
            {
                return Broken;
            }
        }

        return count;
    }

    private static bool IsGroup(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return text.Length is >= 1 and <= 4;
    }
}
