using System.Buffers;
using System.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// A mailbox of RFC 5321 section 4.1.2: a dot-separated or a quoted local part of at most 64 octets, <c>@</c>, and
/// a host name or an address in brackets (section 4.1.3: IPv4, or IPv6 with its tag); at most 254 octets in all, as
/// the path of section 4.5.3.1.3 leaves. The international form of RFC 6531 adds text outside ASCII; octets are
/// those of UTF-8.
/// </summary>
internal static class Mailbox
{
    private const int MaximumOctets = 254;
    private const int MaximumLocalOctets = 64;

    private static readonly SearchValues<char> _inAtom = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"
    );

    public static bool IsValid(ReadOnlySpan<char> text, bool international)
    {
        var local = LocalLength(text);
        return local > 0
            && local < text.Length - 1
            && text[local] == '@'
            && (international ? IsWellFormed(text) : Ascii.IsValid(text))
            && Encoding.UTF8.GetByteCount(text[..local]) <= MaximumLocalOctets
            && Encoding.UTF8.GetByteCount(text) <= MaximumOctets
            && IsDomain(text[(local + 1)..], international);
    }

    // How long the local part is; 0 where the text does not begin with one. Text outside ASCII counts as part of it.
    private static int LocalLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('"'))
        {
            return QuotedLength(text);
        }

        var at = text.IndexOf('@');
        return at > 0 && IsDotted(text[..at]) ? at : 0;
    }

    private static bool IsDotted(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('.'))
        {
            var atom = text[range];
            if (atom.IsEmpty)
            {
                return false;
            }

            foreach (var character in atom)
            {
                if (char.IsAscii(character) && !_inAtom.Contains(character))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int QuotedLength(ReadOnlySpan<char> text)
    {
        for (var index = 1; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '"':
                    return index + 1;
                case '\\' when ++index == text.Length || text[index] is < ' ' or > '~':
                case < ' ' or '\x7F':
                    return 0;
            }
        }

        return 0;
    }

    private static bool IsDomain(ReadOnlySpan<char> text, bool international)
    {
        if (text[0] != '[')
        {
            return international ? InternationalDomain.IsValid(text) : HostnameFormat.IsValid(text);
        }

        const string Ipv6Tag = "IPv6:";
        var literal = text[^1] == ']' ? text[1..^1] : [];
        return literal.StartsWith(Ipv6Tag, StringComparison.OrdinalIgnoreCase)
            ? Ipv6Format.IsValid(literal[Ipv6Tag.Length..])
            : Ipv4Format.IsValid(literal);
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
