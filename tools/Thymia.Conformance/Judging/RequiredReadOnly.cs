using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging;

/// <summary>
/// Properties that are read-only and required at once: from OpenAPI 3.1 on both are plain JSON Schema, which does not
/// say whether a request has them, so neither answer to one with or without them can be wrong.
/// </summary>
internal static class RequiredReadOnly
{
    /// <summary>
    /// Why nobody can tell what a refusal of the valid request means; null where it has no such property.
    /// </summary>
    public static string? ReasonForRefusal(Evidence evidence) =>
        evidence.RequestBody is { } body
        && evidence.RequestSchema?.Root is { } root
        && First(root, body, "") is { } pointer
            ? Reason(pointer)
            : null;

    /// <summary>Why nobody can tell what it means that a request without a property was accepted.</summary>
    public static string? ReasonForAcceptance(Evidence evidence) =>
        evidence.Case.Mutation?.Constraint is { Keyword: "required", Location: { Part: "body" } missing }
        && Parent(evidence.RequestSchema?.Root, missing) is { } parent
        && JsonPointer.Segments(missing.Pointer)[^1] is var name
        && IsOne(parent, name)
            ? Reason(missing.Pointer)
            : null;

    private static string Reason(string pointer) =>
        $"{Places.InRequest(new Location("body", pointer))} is readOnly and required: OpenAPI 3.1 does not say whether "
        + "a request has it";

    private static bool IsOne(SchemaNode node, string name) =>
        node.Property(name) is { ReadOnly: true } && node.Required.Contains(name);

    // As deep as the request is, which generated ones bound.
    private static string? First(SchemaNode node, JsonElement value, string pointer) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .Select(p => (Below: JsonPointer.Append(pointer, p.Name), Node: node.Property(p.Name), p))
                .Select(m =>
                    m.Node is null ? null
                    : IsOne(node, m.p.Name) ? m.Below
                    : First(m.Node, m.p.Value, m.Below)
                )
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array when node.Items is { } items => value
                .EnumerateArray()
                .Select((item, i) => First(items, item, JsonPointer.Append(pointer, $"{i}")))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static SchemaNode? Parent(SchemaNode? root, Location location) =>
        JsonPointer
            .Segments(location.Pointer)
            .SkipLast(1)
            .Aggregate(root, (node, step) => step == "*" ? node?.Items : node?.Property(step) ?? node?.Items);
}
