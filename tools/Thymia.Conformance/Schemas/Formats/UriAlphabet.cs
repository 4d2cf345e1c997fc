namespace Thymia.Conformance.Schemas.Formats;

/// <summary>Which characters stand for themselves in an identifier.</summary>
internal enum UriAlphabet
{
    /// <summary>ASCII only: URIs, RFC 3986.</summary>
    Ascii,

    /// <summary>Unicode outside ASCII too: IRIs, RFC 3987.</summary>
    Unicode,
}
