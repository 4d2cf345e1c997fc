using System.Text.Json;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Formats;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Tells schemas whose values can be drawn right in the first place: no choice, no pattern, no bounds that might get in
/// each other's way. All others are checked as they are drawn.
/// </summary>
internal static class PlainSchemas
{
    private const int MaxPlaces = 400;
    private const int MaxCount = 100;
    private const decimal MaxNumber = 1_000_000_000_000;

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "$ref",
        "additionalProperties",
        "allOf",
        "enum",
        "const",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "properties",
        "required",
        "type",
        "anyOf",
        "oneOf",
    };

    public static bool IsPlain(SchemaNode root, bool isBody = true)
    {
        var sites = SchemaWalker.Walk(root).Take(MaxPlaces + 1).ToList();
        // A body that is a single number or text can turn into another one when it is cut or doubled.
        return (!isBody || (root.Types & ~(JsonTypes.Object | JsonTypes.Array | JsonTypes.Null)) == JsonTypes.None)
            && sites.Count <= MaxPlaces
            && sites.TrueForAll(s => IsPlainHere(s.Node))
            && !sites.Exists(s =>
                sites.Exists(below =>
                    below.Node.Identity == s.Node.Identity
                    && below.Concrete.StartsWith(s.Concrete + "/", StringComparison.Ordinal)
                )
            );
    }

    private static bool IsPlainHere(SchemaNode node) =>
        node.OneOf.Count == 0
        && node.AnyOf.Count == 0
        && node.Types != JsonTypes.None
        && node.Parts.All(p =>
            !p.IsFalse && p.Stated().All(k => Plain.Contains(k.Name) || !Keywords.Judged.Contains(k.Name))
        )
        && node.Parts.All(p => !p.IsOpen)
        && HasPlainMembers(node)
        && HasPlainBounds(node)
        && HasPlainText(node);

    private static bool HasPlainMembers(SchemaNode node) =>
        node.Required.All(r => node.Property(r) is not null)
        && (
            node.Enum is not { } members
            || (
                members.Count > 0
                && node.MinLength is null
                && node.MaxLength is null
                && node.Format is null
                && node.Minimum is null
                && node.Maximum is null
                && members.All(m => (node.Types & JsonTypeNames.Of(m)) != 0)
            )
        );

    private static bool HasPlainBounds(SchemaNode node) =>
        (node.MinItems ?? 0) <= (node.MaxItems ?? MaxCount)
        && (node.MinItems ?? 0) <= MaxCount
        && (node.Minimum ?? 0) is >= -MaxNumber and <= MaxNumber
        && (node.Maximum ?? 0) is >= -MaxNumber and <= MaxNumber
        && (node.Minimum is not { } low || node.Maximum is not { } high || low + 1 <= high)
        && Stated(node, "minimum") == node.Minimum is not null
        && Stated(node, "maximum") == node.Maximum is not null;

    private static bool Stated(SchemaNode node, string keyword) =>
        node.First(keyword) is { ValueKind: JsonValueKind.Number };

    private static bool HasPlainText(SchemaNode node) =>
        (node.MinLength ?? 0) <= (node.MaxLength ?? int.MaxValue)
        && (node.MinLength ?? 0) <= 10_000
        && (
            node.Format is not { } format
            || !StringFormats.IsKnown(format)
            || (node.MinLength is null && node.MaxLength is null && node.Parts.Count(p => p.Has("format")) == 1)
        );
}
