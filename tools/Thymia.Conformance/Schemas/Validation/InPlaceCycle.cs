namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Finds a schema that applies itself to the very same value: judging by it would never end.</summary>
internal static class InPlaceCycle
{
    public static SchemaRules? Find(IEnumerable<SchemaRules> schemas)
    {
        var done = new HashSet<SchemaRules>(ReferenceEqualityComparer.Instance);
        var open = new HashSet<SchemaRules>(ReferenceEqualityComparer.Instance);
        return schemas.Select(s => Find(s, done, open)).FirstOrDefault(s => s is not null);
    }

    private static SchemaRules? Find(SchemaRules schema, HashSet<SchemaRules> done, HashSet<SchemaRules> open)
    {
        if (done.Contains(schema))
        {
            return null;
        }

        if (!open.Add(schema))
        {
            return schema;
        }

        var found = schema.InPlace?.All.Select(s => Find(s, done, open)).FirstOrDefault(s => s is not null);
        open.Remove(schema);
        done.Add(schema);
        return found;
    }
}
