using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Validation.Assertions;

/// <summary>What a value is: <c>type</c>, <c>enum</c>, <c>const</c>.</summary>
internal static class TypeRules
{
    public static ValueRule Type(JsonElement value)
    {
        var allowed = JsonTypeNames.Read(value);
        return (in v) => (allowed & v.Type) != 0;
    }

    public static ValueRule Members(string keyword, JsonElement value)
    {
        JsonElement[] members = keyword == "const" ? [value] : [.. value.EnumerateArray()];
        var texts = members
            .Where(m => m.ValueKind == JsonValueKind.String)
            .Select(m => new JudgedValue(m, readText: true).Text!)
            .ToHashSet(StringComparer.Ordinal);
        var others = members.Where(m => m.ValueKind != JsonValueKind.String).ToHashSet(JsonEquality.Instance);
        return (in v) => v.Text is { } text ? texts.Contains(text) : others.Contains(v.Json);
    }
}
