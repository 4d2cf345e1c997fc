using System.Buffers;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>byte</c>: OpenAPI's name for Base64 as in RFC 4648 section 4: groups of four characters, padded with
/// <c>=</c>, no line breaks, not the alphabet for URLs. Bits that the padding leaves unused may have any value
/// (section 3.5).
/// </summary>
internal static class ByteFormat
{
    private static readonly SearchValues<char> _alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    );

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(_alphabet);
        return text.Length % 4 == 0 && (end < 0 || text[end..] is "=" or "==");
    }
}
