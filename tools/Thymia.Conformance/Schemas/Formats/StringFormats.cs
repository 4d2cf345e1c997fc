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
    private static readonly FrozenDictionary<string, Func<ReadOnlySpan<char>, bool>> _predicates =
        new Dictionary<string, Func<ReadOnlySpan<char>, bool>>(StringComparer.Ordinal)
        {
            ["byte"] = ByteFormat.IsValid,
            ["date"] = DateFormat.IsValid,
            ["date-time"] = DateTimeFormat.IsValid,
            ["duration"] = DurationFormat.IsValid,
            ["email"] = EmailFormat.IsValid,
            ["hostname"] = HostnameFormat.IsValid,
            ["idn-email"] = IdnEmailFormat.IsValid,
            ["ipv4"] = Ipv4Format.IsValid,
            ["ipv6"] = Ipv6Format.IsValid,
            ["iri"] = IriFormat.IsValid,
            ["iri-reference"] = IriReferenceFormat.IsValid,
            ["json-pointer"] = JsonPointerFormat.IsValid,
            ["regex"] = RegexFormat.IsValid,
            ["relative-json-pointer"] = RelativeJsonPointerFormat.IsValid,
            ["time"] = TimeFormat.IsValid,
            ["uri"] = AbsoluteUriFormat.IsValid,
            ["uri-reference"] = UriReferenceFormat.IsValid,
            ["uri-template"] = UriTemplateFormat.IsValid,
            ["uuid"] = UuidFormat.IsValid,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The formats that can be judged, as a schema spells them; case matters. In no particular order.
    /// </summary>
    public static IReadOnlyCollection<string> Names => _predicates.Keys;

    public static bool IsKnown(string format) => _predicates.ContainsKey(format);

    /// <summary>
    /// Whether the text has the format, or null where the format is not known and so demands nothing.
    /// </summary>
    public static bool? IsValid(string format, string value) =>
        _predicates.TryGetValue(format, out var isValid) ? isValid(value) : null;
}
