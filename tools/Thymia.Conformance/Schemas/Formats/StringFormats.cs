using System.Collections.Frozen;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// The string formats of JSON Schema 2020-12 (Validation, section 7.3) and OpenAPI's <c>byte</c>, read strictly: by
/// the letter of the RFC each of them names, in ASCII digits, whatever the culture.
/// </summary>
/// <remarks>
/// A format that is not in <see cref="Names"/> is an annotation and says nothing about a value. That goes for
/// <c>idn-hostname</c>, for <c>binary</c> and <c>password</c>, which restrict nothing, and for the formats of
/// numbers.
/// </remarks>
internal static class StringFormats
{
    private static readonly FrozenDictionary<string, Format> _formats = new Dictionary<string, Format>(
        StringComparer.Ordinal
    )
    {
        ["byte"] = new("RFC 4648 base64", ByteFormat.IsValid),
        ["date"] = new("an RFC 3339 date (YYYY-MM-DD)", DateFormat.IsValid),
        ["date-time"] = new("an RFC 3339 date-time with offset", DateTimeFormat.IsValid),
        ["duration"] = new("an ISO 8601 duration", DurationFormat.IsValid),
        ["email"] = new("an RFC 5321 e-mail address", text => Mailbox.IsValid(text, international: false)),
        ["hostname"] = new("an RFC 1123 host name", HostnameFormat.IsValid),
        ["idn-email"] = new("an RFC 6531 e-mail address", text => Mailbox.IsValid(text, international: true)),
        ["ipv4"] = new("an IPv4 address", Ipv4Format.IsValid),
        ["ipv6"] = new("an IPv6 address", Ipv6Format.IsValid),
        ["iri"] = new("an absolute RFC 3987 IRI", text => UriGrammar.IsAbsolute(text, UriAlphabet.Unicode)),
        ["iri-reference"] = new("an RFC 3987 IRI reference", text => UriGrammar.IsReference(text, UriAlphabet.Unicode)),
        ["json-pointer"] = new("an RFC 6901 JSON Pointer", JsonPointerFormat.IsValid),
        ["regex"] = new("an ECMA-262 regular expression", RegexFormat.IsValid),
        ["relative-json-pointer"] = new("a relative JSON Pointer", RelativeJsonPointerFormat.IsValid),
        ["time"] = new("an RFC 3339 time with offset", TimeFormat.IsValid),
        ["uri"] = new("an absolute RFC 3986 URI", text => UriGrammar.IsAbsolute(text, UriAlphabet.Ascii)),
        ["uri-reference"] = new("an RFC 3986 URI reference", text => UriGrammar.IsReference(text, UriAlphabet.Ascii)),
        ["uri-template"] = new("an RFC 6570 URI template", UriTemplateFormat.IsValid),
        ["uuid"] = new("an RFC 4122 UUID", UuidFormat.IsValid),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The formats that can be judged, as a schema spells them; case matters. In no particular order.
    /// </summary>
    public static IReadOnlyCollection<string> Names => _formats.Keys;

    public static bool IsKnown(string format) => _formats.ContainsKey(format);

    /// <summary>
    /// Whether the text has the format, or null where the format is not known and so demands nothing.
    /// </summary>
    public static bool? IsValid(string format, string value) =>
        _formats.TryGetValue(format, out var known) ? known.IsValid(value) : null;

    /// <summary>What a format is called in a sentence, with its article.</summary>
    public static string Title(string format) =>
        _formats.TryGetValue(format, out var known) ? known.Title : $"text of format '{format}'";

    private sealed record Format(string Title, Func<ReadOnlySpan<char>, bool> IsValid);
}
