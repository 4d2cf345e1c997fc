namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>iri-reference</c>: RFC 3987 section 2.2 <c>IRI-reference</c>, an IRI or a relative reference.
/// </summary>
internal static class IriReferenceFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => UriGrammar.IsReference(text, UriAlphabet.Unicode);
}
