using NJsonSchema;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Finds a schema that applies itself to the very same value: judging by it would never end.</summary>
internal static class InPlaceCycle
{
    public static JsonSchema? Find(IEnumerable<JsonSchema> schemas)
    {
        var done = new HashSet<JsonSchema>(ReferenceEqualityComparer.Instance);
        var open = new HashSet<JsonSchema>(ReferenceEqualityComparer.Instance);
        return schemas.Select(s => Find(s, done, open)).FirstOrDefault(s => s is not null);
    }

    private static JsonSchema? Find(JsonSchema schema, HashSet<JsonSchema> done, HashSet<JsonSchema> open)
    {
        if (done.Contains(schema))
        {
            return null;
        }

        if (!open.Add(schema))
        {
            return schema;
        }

        var found = schema.AllOf.Concat(schema.AnyOf).Concat(schema.OneOf).Concat(schema.Not is { } not ? [not] : [])
            .Select(s => Find(s, done, open)).FirstOrDefault(s => s is not null);
        open.Remove(schema);
        done.Add(schema);
        return found;
    }
}
