using System.Buffers;
using System.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// The characters that each part of a URI admits (RFC 3986 sections 2 and 3), percent-encoded octets always among
/// them, and what RFC 3987 section 2.2 adds to them for IRIs.
/// </summary>
internal static class UriCharacters
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Unreserved = Letters + "0123456789-._~";
    private const string RegisteredName = Unreserved + "!$&'()*+,;=";

    public static SearchValues<char> InScheme { get; } = SearchValues.Create(Letters + "0123456789+-.");
    public static SearchValues<char> InRegisteredName { get; } = SearchValues.Create(RegisteredName);
    public static SearchValues<char> InUserInfo { get; } = SearchValues.Create(RegisteredName + ":");
    public static SearchValues<char> InPath { get; } = SearchValues.Create(RegisteredName + ":@/");
    public static SearchValues<char> InQueryOrFragment { get; } = SearchValues.Create(RegisteredName + ":@/?");

    /// <summary>
    /// Whether the text consists of the allowed characters, percent-encoded octets and, in the Unicode alphabet,
    /// <c>ucschar</c>; with <paramref name="privateUse"/> also <c>iprivate</c>, which only a query may have.
    /// </summary>
    public static bool AreAll(
        ReadOnlySpan<char> text,
        SearchValues<char> allowed,
        UriAlphabet alphabet,
        bool privateUse = false
    )
    {
        while (true)
        {
            var index = text.IndexOfAnyExcept(allowed);
            if (index < 0)
            {
                return true;
            }

            text = text[index..];
            var length =
                text[0] == '%' ? PercentEncodedLength(text)
                : alphabet == UriAlphabet.Unicode ? UnicodeLength(text, privateUse)
                : 0;
            if (length == 0)
            {
                return false;
            }

            text = text[length..];
        }
    }

    /// <summary>3 where the text begins with a percent-encoded octet, otherwise 0.</summary>
    public static int PercentEncodedLength(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]) ? 3 : 0;

    /// <summary>How many UTF-16 units the <c>ucschar</c> at the start takes; 0 where there is none.</summary>
    public static int UnicodeLength(ReadOnlySpan<char> text, bool privateUse)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done)
        {
            return 0;
        }

        return IsUcsChar(rune.Value) || (privateUse && IsPrivateUse(rune.Value)) ? length : 0;
    }

    // RFC 3987 section 4.1 forbids the marks that change the direction of text although ucschar includes them.
    private static bool IsUcsChar(int value) =>
        value switch
        {
            0x200E or 0x200F or (>= 0x202A and <= 0x202E) => false,
            >= 0xA0 and <= 0xD7FF or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFEF => true,
            >= 0x10000 and < 0xE0000 or >= 0xE1000 and <= 0xEFFFD => (value & 0xFFFF) <= 0xFFFD,
            _ => false,
        };

    private static bool IsPrivateUse(int value) =>
        value is >= 0xE000 and <= 0xF8FF or >= 0xF0000 and <= 0xFFFFD or >= 0x100000 and <= 0x10FFFD;
}
