namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>iri</c>: RFC 3987 section 2.2 <c>IRI</c>. A scheme is required.
/// </summary>
internal static class IriFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => UriGrammar.IsAbsolute(text, UriAlphabet.Unicode);
}
