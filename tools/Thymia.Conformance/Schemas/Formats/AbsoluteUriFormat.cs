namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>uri</c>: RFC 3986 section 3 <c>URI</c>. A scheme is required, everything outside ASCII is percent-encoded.
/// </summary>
internal static class AbsoluteUriFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => UriGrammar.IsAbsolute(text, UriAlphabet.Ascii);
}
