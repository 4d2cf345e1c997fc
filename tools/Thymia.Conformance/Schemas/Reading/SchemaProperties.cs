using System.Text.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The named properties of a place, each governed by every schema there that has a say in it.</summary>
internal static class SchemaProperties
{
    public static IReadOnlyList<KeyValuePair<string, SchemaNode>> Of(
        SchemaReader reader, IReadOnlyList<SchemaPart> parts, Func<string, bool> filter)
    {
        var names = parts.Where(p => p.Has("properties"))
            .SelectMany(p => p.Json.GetProperty("properties").EnumerateObject()).Select(p => p.Name).Distinct()
            .Where(filter);
        return [.. from name in names
                   let governing = parts.Select(p => Governing(p, name)).OfType<SchemaPart>().ToArray()
                   where !governing.Any(p => p.IsFalse)
                   select KeyValuePair.Create(name, reader.Node(governing[0].Pointer, governing))];
    }

    // Where a schema does not name the property, what it says of all other properties holds.
    private static SchemaPart? Governing(SchemaPart part, string name)
    {
        if (part.Has("properties") && part.Json.GetProperty("properties").TryGetProperty(name, out _))
        {
            return part.Child("properties", name);
        }

        return part.Has("additionalProperties")
            && part.Json.GetProperty("additionalProperties").ValueKind != JsonValueKind.True
            ? part.Child("additionalProperties")
            : null;
    }
}
