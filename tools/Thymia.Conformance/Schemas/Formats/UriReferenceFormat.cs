namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>uri-reference</c>: RFC 3986 section 4.1 <c>URI-reference</c>, a URI or a relative reference.
/// </summary>
internal static class UriReferenceFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => UriGrammar.IsReference(text, UriAlphabet.Ascii);
}
