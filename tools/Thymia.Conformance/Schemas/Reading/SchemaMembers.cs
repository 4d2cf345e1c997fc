using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The values that every <c>enum</c> and <c>const</c> of a place allows.</summary>
internal static class SchemaMembers
{
    /// <returns>Null where none of the schemas states either.</returns>
    public static IReadOnlyList<JsonElement>? Of(IReadOnlyList<SchemaPart> parts, JsonTypes types)
    {
        IReadOnlyList<JsonElement>? members = null;
        foreach (var part in parts)
        {
            if (part.Has("enum"))
            {
                members = Both(members, [.. part.Json.GetProperty("enum").EnumerateArray()]);
            }

            if (part.Has("const"))
            {
                members = Both(members, [part.Json.GetProperty("const")]);
            }
        }

        return members is null
            ? null
            : [.. members.Where(m => types.HasFlag(JsonTypeNames.Of(m)) && AllAllow(parts, m))];
    }

    // A member that another keyword beside the list rules out is none.
    private static bool AllAllow(IReadOnlyList<SchemaPart> parts, JsonElement member) =>
        parts.All(p =>
            (p.OrNull && member.ValueKind == JsonValueKind.Null) || new ValueRules(p.Stated()).Allow(member)
        );

    private static IReadOnlyList<JsonElement> Both(
        IReadOnlyList<JsonElement>? some,
        IReadOnlyList<JsonElement> others
    ) => some is null ? others : [.. some.Where(m => others.Any(o => JsonElement.DeepEquals(m, o)))];
}
