using System.Text;
using NJsonSchema;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>
/// Makes a schema ready to be judged by: what it says of a value itself, which schemas the properties and items must
/// honour, and in NJsonSchema's model those that have a say in the same value: references, choices, <c>not</c>.
/// </summary>
internal sealed class EngineCompiler(SchemaReader reader, ApiDescription description)
{
    private readonly Dictionary<string, SchemaRules> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonSchema, SchemaRules> _rules = new(ReferenceEqualityComparer.Instance);

    /// <summary>What each schema of the model says.</summary>
    public IReadOnlyDictionary<JsonSchema, SchemaRules> Rules => _rules;

    /// <exception cref="UnusableInputException">A schema on the way states what cannot be judged.</exception>
    public SchemaRules Compile(string pointer)
    {
        var root = Compile(reader.At(pointer));
        if (InPlaceCycle.Find(_rules.Keys) is { } endless)
        {
            var part = _rules[endless].Part;
            throw new UnusableInputException(
                "schema-endless",
                $"the schema {SchemaNames.Of(part.Pointer)} includes itself, so that no value could ever be judged",
                $"{description.Source}:{description.LineOf(part.Pointer)}",
                "let it refer to itself only from within properties, items or additionalProperties");
        }

        return root;
    }

    private SchemaRules Compile(SchemaPart part) => CompileAsStated(Follow(part));

    private SchemaRules CompileAsStated(SchemaPart part)
    {
        if (_compiled.TryGetValue(part.Pointer, out var known))
        {
            return known;
        }

        reader.Demand(part);
        var rules = new SchemaRules(part);
        _compiled[part.Pointer] = _rules[rules.Schema] = rules;
        if (part.Has("$ref"))
        {
            rules.Schema.AllOf.Add(Compile(reader.Target(part)).Schema);
        }

        AddBranches(rules.Schema, part);
        AddChildren(rules, part);
        rules.Choice = IsPlainChoice(part)
            ? [.. rules.Schema.AnyOf.Concat(rules.Schema.OneOf).Select(branch => _rules[branch])]
            : [];
        rules.NonNull = reader.NonNullBranch(part) is { } choice ? Compile(choice.Branch).Schema : null;
        return rules;
    }

    private static bool IsPlainChoice(SchemaPart part) => part.Has("anyOf") != part.Has("oneOf")
        && !part.Has("$ref") && !part.Has("allOf") && !part.Has("not");

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
                var compiled = Compile(branch).Schema;
                branches.Add(branches.Contains(compiled) ? CompileAsStated(branch).Schema : compiled);
            }
        }

        schema.Not = part.Has("not") ? Compile(part.Child("not")).Schema : null;
    }

    private void AddChildren(SchemaRules rules, SchemaPart part)
    {
        rules.Items = part.Has("items") ? Compile(part.Child("items")) : null;
        if (part.Has("properties"))
        {
            rules.Members = [.. part.Json.GetProperty("properties").EnumerateObject()
                .Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Name), Compile(part.Child("properties", p.Name))))];
        }

        // Whether there may be any at all is one of the rules.
        if (part.Has("additionalProperties") && part.Child("additionalProperties") is { IsFalse: false } additional)
        {
            rules.Others = Compile(additional);
        }
    }
}
