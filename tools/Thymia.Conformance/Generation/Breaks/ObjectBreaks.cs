using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Objects with properties they may not have, or too few or too many.</summary>
internal static class ObjectBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("unexpected-property", c =>
            Keyword(c, "additionalProperties") ? new Break("unexpected", "/unexpected") : null
        ),
        new("property-in-other-case", c =>
            Keyword(c, "additionalProperties") && OtherCase(c.Node) is { } name
                ? new Break("unexpected", "/" + name)
                : null
        ),
        new("one-too-few", c =>
            Keyword(c, "minProperties")
            && c.Node.MinProperties is > 0 and { } least
            && c.Old is JsonObject old
            && c.Node.Required.Count < least
                ? new Break(Sized(c.Node, old, least - 1))
                : null
        ),
        new("one-too-many", c =>
            Keyword(c, "maxProperties")
            && c.Node.MaxProperties is { } most
            && most < c.MaxBytes / 16
            && c.Old is JsonObject old
                ? new Break(Sized(c.Node, old, most + 1))
                : null
        ),
    ];

    private static bool Keyword(BreakContext c, string keyword) => c.Constraint.Keyword == keyword;

    private static string? OtherCase(SchemaNode node)
    {
        var names = node.Properties.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        return names
            .Select(n => n.ToUpperInvariant())
            .FirstOrDefault(n => !names.Contains(n) && n.All(char.IsAsciiLetterOrDigit));
    }

    private static JsonObject Sized(SchemaNode node, JsonObject old, int count)
    {
        var kept = old.OrderBy(p => node.Required.Contains(p.Key) ? 0 : 1).Take(count);
        var result = new JsonObject(kept.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        var model = old.LastOrDefault().Value;
        for (var i = 1; result.Count < count; i++)
        {
            result[$"extra{i}"] = node.AdditionalProperties is null ? "extra" : model?.DeepClone();
        }

        return result;
    }
}
