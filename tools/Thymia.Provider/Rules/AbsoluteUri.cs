using System.Buffers;
using System.Net;

namespace Thymia.Provider.Rules;

/// <summary>
/// RFC 3986's URI: a scheme, and nothing but the characters its grammar has. A fragment is allowed.
/// </summary>
internal static class AbsoluteUri
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const string Unreserved = Letters + "0123456789-._~";

    private const string SubDelimiters = "!$&'()*+,;=";

    private static readonly SearchValues<char> Scheme = SearchValues.Create(Letters + "0123456789+-.");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> Name = SearchValues.Create(Unreserved + SubDelimiters);

    private static readonly SearchValues<char> User = SearchValues.Create(Unreserved + SubDelimiters + ":");

    private static readonly SearchValues<char> Path = SearchValues.Create(Unreserved + SubDelimiters + ":@/");

    private static readonly SearchValues<char> Query = SearchValues.Create(Unreserved + SubDelimiters + ":@/?");

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(text[0]) || text[..colon].ContainsAnyExcept(Scheme))
        {
            return false;
        }

        var rest = Cut(text[(colon + 1)..], '#', out var fragment);
        var hierarchy = Cut(rest, '?', out var query);
        return Is(fragment, Query) && Is(query, Query) && IsHierarchy(hierarchy);
    }

    private static bool IsHierarchy(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("//"))
        {
            return Is(text, Path);
        }

        var slash = text[2..].IndexOf('/');
        var authority = slash < 0 ? text[2..] : text.Slice(2, slash);
        return IsAuthority(authority) && Is(text[(2 + authority.Length)..], Path);
    }

    private static bool IsAuthority(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        var host = text[(at + 1)..];
        var literal = host.StartsWith("[") ? host.IndexOf(']') + 1 : 0;
        var colon = host[literal..].IndexOf(':');
        var port = colon < 0 ? [] : host[(literal + colon + 1)..];
        var name = colon < 0 ? host : host[..(literal + colon)];
        return (at < 0 || Is(text[..at], User))
            && !port.ContainsAnyExcept(Digits)
            && (literal == 0 ? Is(name, Name) : literal == name.Length && IsAddress(name[1..^1]));
    }

    private static bool IsAddress(ReadOnlySpan<char> text) =>
        !text.ContainsAny('%', '/')
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, char mark, out ReadOnlySpan<char> after)
    {
        var place = text.IndexOf(mark);
        after = place < 0 ? [] : text[(place + 1)..];
        return place < 0 ? text : text[..place];
    }

    /// <summary>Nothing but these characters and percent-encoded ones.</summary>
    private static bool Is(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        while (text.IndexOfAnyExcept(allowed) is var place and >= 0)
        {
            text = text[place..];
            if (text.Length < 3 || text[0] != '%' || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
            {
                return false;
            }

            text = text[3..];
        }

        return true;
    }
}
