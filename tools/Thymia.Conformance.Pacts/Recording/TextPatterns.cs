using System.Globalization;
using System.Text.RegularExpressions;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Regular expressions for string formats, in the syntax that Pact's core and every consumer's
/// language share. Dates with a time are matched so too: Pact's date-time patterns cannot say that a
/// fraction of a second may be there or not.
/// </summary>
internal static partial class TextPatterns
{
    private const string Date = @"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])";
    private const string Time = @"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([zZ]|[+-]([01]\d|2[0-3]):[0-5]\d)";

    private static readonly Dictionary<string, string> ByFormat = new(StringComparer.Ordinal)
    {
        ["uuid"] = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        ["date"] = $"^{Date}$",
        ["time"] = $"^{Time}$",
        ["date-time"] = $"^{Date}[tT]{Time}$",
        ["uri"] = @"^[A-Za-z][A-Za-z0-9+.\-]*:[^\s]+$",
        ["email"] = @"^[^@\s]+@[^@\s]+$",
        ["ipv4"] = @"^(\d{1,3}\.){3}\d{1,3}$",
    };

    /// <summary>Null for a format that none is known for.</summary>
    public static string? OfFormat(string? format) => format is null ? null : ByFormat.GetValueOrDefault(format);

    /// <summary>What a schema says of a text by its pattern, else by its lengths; null where it says nothing.</summary>
    public static string? OfSchema(SchemaNode node) =>
        node.Pattern is { } pattern ? (IsShared(pattern) ? pattern : null)
        : node.MinLength is null && node.MaxLength is null ? null
        : $@"^[\s\S]{{{node.MinLength ?? 0},{node.MaxLength?.ToString(CultureInfo.InvariantCulture) ?? ""}}}$";

    // Look-around and references to groups are what not every language has.
    private static bool IsShared(string pattern) =>
        !pattern.Contains("(?", StringComparison.Ordinal) && !Reference().IsMatch(pattern);

    [GeneratedRegex(@"\\[1-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    /// <summary>Exactly one of these texts.</summary>
    public static string OneOf(IEnumerable<string> texts) => $"^({string.Join('|', texts.Select(Escape))})$";

    /// <summary>A media type, whatever parameters follow it.</summary>
    public static string MediaType(string type) => $@"^{Escape(type)}(\s*;.*)?$";

    // .NET's own escaping also touches blanks and '#', which other languages refuse to see escaped.
    private static string Escape(string text) =>
        string.Concat(text.Select(c => @"\^$.|?*+()[]{}".Contains(c, StringComparison.Ordinal) ? $@"\{c}" : $"{c}"));
}
