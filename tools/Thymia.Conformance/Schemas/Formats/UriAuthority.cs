using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// The authority of RFC 3986 section 3.2: <c>[ userinfo "@" ] host [ ":" port ]</c>. A host in brackets is an IPv6
/// address without zone or an IPvFuture; any other is a registered name, which may be empty, and so may the port.
/// </summary>
internal static class UriAuthority
{
    public static bool IsValid(ReadOnlySpan<char> text, UriAlphabet alphabet)
    {
        var at = text.IndexOf('@');
        var userInfo = at < 0 ? [] : text[..at];
        var address = text[(at + 1)..];
        return UriCharacters.AreAll(userInfo, UriCharacters.InUserInfo, alphabet)
            && (address.StartsWith('[') ? IsBracketed(address) : IsNamed(address, alphabet));
    }

    private static bool IsNamed(ReadOnlySpan<char> address, UriAlphabet alphabet)
    {
        var colon = address.IndexOf(':');
        var host = colon < 0 ? address : address[..colon];
        return IsPort(address[host.Length..]) && UriCharacters.AreAll(host, UriCharacters.InRegisteredName, alphabet);
    }

    private static bool IsBracketed(ReadOnlySpan<char> address)
    {
        var close = address.IndexOf(']');
        if (close < 0 || !IsPort(address[(close + 1)..]))
        {
            return false;
        }

        var literal = address[1..close];
        return Ipv6Format.IsValid(literal) || IsFutureAddress(literal);
    }

    // Empty, or a colon and any number of digits.
    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] == ':' && AsciiDigits.Count(text[1..]) == text.Length - 1);

    // "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
    private static bool IsFutureAddress(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        if (dot < 2 || text[0] is not ('v' or 'V') || dot == text.Length - 1)
        {
            return false;
        }

        foreach (var character in text[1..dot])
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return !text[(dot + 1)..].ContainsAnyExcept(UriCharacters.InUserInfo);
    }
}
