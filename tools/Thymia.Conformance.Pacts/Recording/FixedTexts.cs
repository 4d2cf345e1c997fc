using System.Text.RegularExpressions;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// What a pact shows instead of values that differ from run to run: the same for the same place, fictional, and marked
/// so that an operator finds what a verification has made.
/// </summary>
internal static partial class FixedTexts
{
    private static readonly Dictionary<string, string> ByFormat = new(StringComparer.Ordinal)
    {
        ["uuid"] = "0d9f6a3c-51b7-4e28-9c64-7b1e2f3a4d5c",
        ["date"] = "1990-01-01",
        ["time"] = "10:00:00Z",
        ["date-time"] = "2026-01-01T10:00:00Z",
        ["duration"] = "P1D",
        ["email"] = "sam@example.com",
        ["hostname"] = "example.com",
        ["ipv4"] = "192.0.2.1",
        ["ipv6"] = "2001:db8::1",
    };

    /// <summary>Null where a length or pattern is demanded, which no fixed text need meet.</summary>
    public static string? For(SchemaNode node, string pointer)
    {
        if (node.Pattern is not null || node.MinLength is > 1 || node.MaxLength is < 60)
        {
            return null;
        }

        var name = JsonPointer.Segments(pointer) is [.., var last] ? last : "text";
        return node.Format is { } format && ByFormat.TryGetValue(format, out var text) ? text
            : node.Format == "uri" || Link().IsMatch(name) ? $"https://example.com/{Uri.EscapeDataString(name)}"
            : Phone().IsMatch(name) ? "+447700900000"
            : IsLabel(name) ? "thymia-conformance-pact"
            : node.Format is null ? $"example {name}"
            : null;
    }

    /// <summary>Labels carry the mark even where the documented example has another.</summary>
    public static bool IsLabel(string name) => name.Contains("label", StringComparison.OrdinalIgnoreCase);

    /// <summary>A flag that has the provider delete what it stores.</summary>
    public static bool IsDeletion(string name) => Deletion().IsMatch(name);

    [GeneratedRegex(
        "(delete|purge|erase)_?data",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Deletion();

    [GeneratedRegex(
        "phone|mobile|msisdn|^tel$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Phone();

    [GeneratedRegex(
        "(link|ur[il]|webhook|callback)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Link();
}
