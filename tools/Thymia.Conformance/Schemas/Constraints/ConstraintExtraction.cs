using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Formats;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Constraints;

/// <summary>Extracts constraints: every keyword that demands something, at every place.</summary>
public static class ConstraintExtraction
{
    // Keywords that stand for themselves: one constraint at the place where they are written.
    private static readonly string[] Plain =
    [
        "enum",
        "const",
        "format",
        "pattern",
        "minLength",
        "maxLength",
        "minimum",
        "exclusiveMinimum",
        "maximum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "oneOf",
        "anyOf",
        "not",
    ];

    /// <summary>All of a body, in the order of the document.</summary>
    public static IReadOnlyList<Constraint> Of(SchemaNode root) =>
        [.. SchemaWalker.Walk(root).SelectMany(Of).DistinctBy(c => c.Id)];

    /// <summary>Those that govern one place; <c>required</c> belongs to the object and names the property.</summary>
    public static IEnumerable<Constraint> Of(SchemaSite site)
    {
        var node = site.Node;
        if (node.Types != JsonTypes.Any)
        {
            yield return Make(site, "type");
        }

        foreach (var name in node.Required.Where(node.IsDemandedProperty))
        {
            var at = site.Location with { Pointer = JsonPointer.Append(site.Location.Pointer, name) };
            yield return new Constraint(at, "required", "true", node.PointerOf("required"));
        }

        if (!node.AllowsAdditional)
        {
            yield return Make(site, "additionalProperties");
        }

        foreach (var keyword in Plain.Where(k => Demands(node, k)))
        {
            yield return Make(site, keyword);
        }
    }

    internal static Constraint Make(SchemaSite site, string keyword) =>
        new(site.Location, keyword, site.Node.First(keyword)?.GetRawText() ?? "", site.Node.PointerOf(keyword));

    private static bool Demands(SchemaNode node, string keyword) =>
        node.First(keyword) is { } value
        && node.IsDemanded(keyword)
        && keyword switch
        {
            "oneOf" => node.OneOf.Count > 0 && !node.OneOf.Any(b => b.IsOpen),
            "anyOf" => node.AnyOf.Count > 0 && !node.AnyOf.Any(b => b.IsOpen),
            "not" => node.Not?.IsOpen != true,
            // An unknown format is an annotation, and int32 and its like say how a number is stored.
            "format" => StringFormats.IsKnown(node.Format!),
            "uniqueItems" => value.ValueKind == JsonValueKind.True,
            _ => true,
        };
}
