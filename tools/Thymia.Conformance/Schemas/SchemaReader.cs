using System.Text.Json;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>Builds schema nodes: follows <c>$ref</c>, spreads <c>allOf</c>, and refuses what cannot be judged.</summary>
/// <param name="ignored">Keywords the user told us to pass over.</param>
internal sealed class SchemaReader(ApiDescription description, IReadOnlySet<string> ignored)
{
    public SchemaNode Node(string pointer) => Node(pointer, [At(pointer)]);

    public SchemaNode Node(string pointer, IReadOnlyList<SchemaPart> parts)
    {
        var spread = new List<SchemaPart>();
        var nullable = parts.Count == 1 && Spread(parts[0], spread, []);
        foreach (var part in parts.Skip(parts.Count == 1 ? 1 : 0))
        {
            Spread(part, spread, []);
        }

        return new SchemaNode(this, pointer, spread, nullable);
    }

    public SchemaPart At(string pointer)
    {
        var json = description.Document;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            json = json.ValueKind == JsonValueKind.Array
                ? json[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)]
                : json.GetProperty(segment);
        }

        return new SchemaPart(json, pointer);
    }

    /// <summary>Adds the part and all it includes; true where <c>null</c> is one of two alternatives.</summary>
    private bool Spread(SchemaPart part, List<SchemaPart> into, HashSet<string> seen)
    {
        if (part.Json.ValueKind != JsonValueKind.Object || !seen.Add(part.Pointer))
        {
            return false;
        }

        Refuse(part);
        var nullable = false;
        if (part.Has("$ref"))
        {
            nullable |= Spread(At(part.Json.GetProperty("$ref").GetString()![1..]), into, seen);
        }

        if (NonNullBranch(part) is { } branch)
        {
            into.Add(part with { Without = part.Has("anyOf") ? "anyOf" : "oneOf" });
            Spread(branch, into, seen);
            return true;
        }

        into.Add(part);
        if (part.Has("allOf"))
        {
            for (var i = 0; i < part.Json.GetProperty("allOf").GetArrayLength(); i++)
            {
                Spread(part.Child("allOf", i), into, seen);
            }
        }

        return nullable;
    }

    /// <summary>The one other branch where a schema says "this or null".</summary>
    internal static SchemaPart? NonNullBranch(SchemaPart part)
    {
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            if (part.Has(keyword) && part.Json.GetProperty(keyword) is { ValueKind: JsonValueKind.Array } branches
                && branches.GetArrayLength() == 2)
            {
                var isNull = branches.EnumerateArray().Select(IsNullOnly).ToArray();
                if (isNull[0] != isNull[1])
                {
                    return part.Child(keyword, isNull[0] ? 1 : 0);
                }
            }
        }

        return null;
    }

    private static bool IsNullOnly(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var type)
        && SchemaTypes.Read(type) == JsonTypes.Null;

    private void Refuse(SchemaPart part)
    {
        foreach (var property in part.Json.EnumerateObject())
        {
            if (Keywords.IsUnjudgeable(property.Name) && !ignored.Contains(property.Name))
            {
                throw new UnusableInputException(
                    "keyword-not-judged",
                    $"the schema {SchemaNames.Of(part.Pointer)} uses the keyword '{property.Name}', which cannot be judged",
                    $"{description.Source}:{description.LineOf(JsonPointer.Append(part.Pointer, property.Name))}",
                    $"take it out of the description or pass it over with --ignore-keyword {property.Name}");
            }
        }
    }
}
