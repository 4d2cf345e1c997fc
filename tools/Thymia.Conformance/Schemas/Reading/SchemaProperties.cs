using System.Text.Json;
using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The named properties of a place, each governed by every schema there that has a say in it.</summary>
internal static class SchemaProperties
{
    public static IReadOnlyList<KeyValuePair<string, SchemaNode>> Of(
        SchemaReader reader,
        IReadOnlyList<SchemaPart> parts,
        Func<string, bool> filter
    )
    {
        var names = parts
            .Where(p => p.Has("properties"))
            .SelectMany(p => p.Json.GetProperty("properties").EnumerateObject())
            .Select(p => p.Name)
            .Distinct()
            .Where(filter);
        var required = parts.SelectMany(p => p.Required()).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from name in names
            let governing = parts.SelectMany(p => Governing(p, name)).ToArray()
            where !governing.Any(p => p.IsFalse || reader.OneWay.Has(p))
            where !governing.Any(p => reader.OneWay.IsBetterLeftOut(p, required.Contains(name)))
            select KeyValuePair.Create(name, reader.Node(governing[0].Pointer, governing)),
        ];
    }

    /// <summary>
    /// The schemas in one that a property of that name must fit. Where it neither names the property nor has a pattern
    /// for it, what it says of all other properties holds.
    /// </summary>
    public static IEnumerable<SchemaPart> Governing(SchemaPart part, string name)
    {
        var isNamed = false;
        if (part.Has("properties") && part.Json.GetProperty("properties").TryGetProperty(name, out _))
        {
            isNamed = true;
            yield return part.Child("properties", name);
        }

        foreach (var pattern in part.Names("patternProperties").Where(p => EcmaMatcher.IsMatch(p, name)))
        {
            isNamed = true;
            yield return part.Child("patternProperties", pattern);
        }

        if (
            !isNamed
            && part.Has("additionalProperties")
            && part.Json.GetProperty("additionalProperties").ValueKind != JsonValueKind.True
        )
        {
            yield return part.Child("additionalProperties");
        }
    }
}
