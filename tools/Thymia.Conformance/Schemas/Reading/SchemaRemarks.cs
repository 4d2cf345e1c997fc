using System.Collections.Concurrent;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>
/// What is worth a second look in the schemas of a description although it keeps nothing from being judged.
/// </summary>
internal sealed class SchemaRemarks(ApiDescription description, Dialect dialect)
{
    // Keywords of earlier drafts, which 2020-12 does not know any more.
    private static readonly Dictionary<string, string> Former = new(StringComparer.Ordinal)
    {
        ["nullable"] = "list 'null' in the type",
        ["dependencies"] = "'dependentRequired' or 'dependentSchemas' is meant",
        ["additionalItems"] = "'items' beside 'prefixItems' is meant",
        ["$recursiveRef"] = "'$dynamicRef' is meant",
        ["$recursiveAnchor"] = "'$dynamicAnchor' is meant",
    };

    private readonly ConcurrentDictionary<string, string> _byPlace = new(StringComparer.Ordinal);

    /// <summary>In the order of the document, each with its line.</summary>
    public IEnumerable<string> All =>
        Ignored()
            .Concat(
                _byPlace
                    .Select(r => (Source: description.SourceOf(r.Key), Line: description.LineOf(r.Key), Text: r.Value))
                    .OrderBy(r => r.Source != description.Source)
                    .ThenBy(r => r.Source, StringComparer.Ordinal)
                    .ThenBy(r => r.Line)
                    .ThenBy(r => r.Text, StringComparer.Ordinal)
                    .Select(r => $"{r.Source}:{r.Line}: {r.Text}")
            );

    /// <summary>Looks at a keyword that nobody judges.</summary>
    public void Add(SchemaPart part, string keyword)
    {
        if (Keywords.IsUnknown(keyword) && Meant(keyword) is { } meant)
        {
            _byPlace.TryAdd(
                JsonPointer.Append(part.Pointer, keyword),
                $"the schema {SchemaNames.Of(part.Pointer)} has the unknown keyword '{keyword}', which demands "
                    + $"nothing; {meant}"
            );
        }
    }

    private static string? Meant(string keyword) =>
        Former.TryGetValue(keyword, out var instead) ? $"perhaps {instead}"
        : Spelling.Nearest(keyword, Keywords.Judged.Where(k => k[0] != '$')) is { } near ? $"perhaps '{near}' is meant"
        : null;

    private IEnumerable<string> Ignored() =>
        description
            .IgnoredKeywords.Order(StringComparer.Ordinal)
            .Where(k =>
                Keywords.Judged.Contains(k)
                && k is not ("$ref" or "$dynamicRef")
                && !(dialect.Is30 && Keywords.MissingIn30.Contains(k))
            )
            .Select(k => $"--ignore-keyword {k} has no effect: '{k}' is judged");
}
