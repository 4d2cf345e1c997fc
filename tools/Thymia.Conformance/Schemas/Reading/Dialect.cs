using System.Text.Json;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>What the version of a description makes of its schemas.</summary>
/// <param name="Is30">The Schema Object of OpenAPI 3.0, which is no JSON Schema of its own.</param>
/// <param name="DiscriminatorDecides">
/// A value that a <c>discriminator</c> does not know is to fail (3.0.3 and 3.1.0: SHOULD); from 3.1.1 on it must not
/// change the outcome.
/// </param>
internal sealed partial record Dialect(bool Is30, bool DiscriminatorDecides)
{
    /// <summary>Of the document; without a version it is a JSON Schema of its own.</summary>
    public static Dialect Of(JsonElement document)
    {
        var version =
            document.ValueKind == JsonValueKind.Object && document.TryGetProperty("openapi", out var stated)
                ? $"{stated}"
                : "";
        var is30 = version.StartsWith("3.0.", StringComparison.Ordinal);
        return new Dialect(is30, is30 || version == "3.1.0");
    }

    /// <summary>Whether schemas of that dialect mean what ours do.</summary>
    public bool Knows(string schemaUri) =>
        schemaUri.TrimEnd('#') is "https://json-schema.org/draft/2020-12/schema"
        || OfOpenApi().IsMatch(schemaUri)
        || (
            Is30
            && schemaUri.TrimEnd('#') is "http://json-schema.org/draft-04/schema" or "http://json-schema.org/schema"
        );

    [GeneratedRegex(
        @"^https://spec\.openapis\.org/oas/3\.[0-9]+/(dialect|schema)/",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfOpenApi();
}
