using NJsonSchema;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// Builds NJsonSchema's model of a schema. NJsonSchema walks payload and schema together (properties, items and
/// choices); what each schema says of a value itself stands in <see cref="Rules"/>, since the library judges much of it
/// loosely.
/// </summary>
internal sealed class EngineCompiler(SchemaReader reader, ApiDescription description)
{
    private readonly Dictionary<string, JsonSchema> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonSchema, SchemaRules> _rules = new(ReferenceEqualityComparer.Instance);

    /// <summary>What each schema of the model says of a value itself.</summary>
    public IReadOnlyDictionary<JsonSchema, SchemaRules> Rules => _rules;

    /// <exception cref="UnusableInputException">A schema on the way states what cannot be judged.</exception>
    public JsonSchema Compile(string pointer)
    {
        var schema = Compile(reader.At(pointer));
        if (InPlaceCycle.Find(_rules.Keys) is { } endless)
        {
            var part = _rules[endless].Part;
            throw new UnusableInputException(
                "schema-endless",
                $"the schema {SchemaNames.Of(part.Pointer)} includes itself, so that no value could ever be judged",
                $"{description.Source}:{description.LineOf(part.Pointer)}",
                "let it refer to itself only from within properties, items or additionalProperties");
        }

        return schema;
    }

    private JsonSchema Compile(SchemaPart part) => CompileAsStated(Follow(part));

    private JsonSchema CompileAsStated(SchemaPart part)
    {
        if (_compiled.TryGetValue(part.Pointer, out var schema))
        {
            return schema;
        }

        reader.Demand(part);
        _compiled[part.Pointer] = schema = new JsonSchema();
        _rules[schema] = new SchemaRules(part);
        if (part.Has("$ref"))
        {
            schema.AllOf.Add(Compile(reader.Target(part)));
        }

        AddBranches(schema, part);
        AddChildren(schema, part);
        _rules[schema].NonNull = reader.NonNullBranch(part) is { } choice ? Compile(choice.Branch) : null;
        return schema;
    }

    // A reference that stands alone is what it leads to; one that leads back to itself is left to be found as endless.
    private SchemaPart Follow(SchemaPart stated)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { stated.Pointer };
        var part = stated;
        while (part.Has("$ref") && part.Stated().All(p => p.Name == "$ref" || !Keywords.Judged.Contains(p.Name)))
        {
            reader.Demand(part);
            part = reader.Target(part);
            if (!seen.Add(part.Pointer))
            {
                return stated;
            }
        }

        return part;
    }

    private void AddBranches(JsonSchema schema, SchemaPart part)
    {
        foreach (var (keyword, branches) in
            new[] { ("allOf", schema.AllOf), ("anyOf", schema.AnyOf), ("oneOf", schema.OneOf) })
        {
            foreach (var branch in part.Branches(keyword))
            {
                // The library tells branches apart by their schemas, so the same one twice must not be one.
                var compiled = Compile(branch);
                branches.Add(branches.Contains(compiled) ? CompileAsStated(branch) : compiled);
            }
        }

        schema.Not = part.Has("not") ? Compile(part.Child("not")) : null;
    }

    private void AddChildren(JsonSchema schema, SchemaPart part)
    {
        schema.Item = part.Has("items") ? Compile(part.Child("items")) : null;
        if (part.Has("properties"))
        {
            foreach (var property in part.Json.GetProperty("properties").EnumerateObject())
            {
                var child = Compile(part.Child("properties", property.Name));
                schema.Properties[property.Name] = new JsonSchemaProperty { Reference = child };
            }
        }

        // Whether there may be any at all is one of the rules.
        if (part.Has("additionalProperties") && part.Child("additionalProperties") is { IsFalse: false } additional)
        {
            schema.AdditionalPropertiesSchema = Compile(additional);
        }
    }
}
