using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>How a schema is made to fail by one of its keywords.</summary>
internal static class Negations
{
    // Keywords that demand nothing cannot fail.
    private static readonly HashSet<string> Failing = new(StringComparer.Ordinal)
    {
        "type",
        "enum",
        "const",
        "minLength",
        "maxLength",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
        "uniqueItems",
        "items",
        "contains",
        "minProperties",
        "maxProperties",
        "additionalProperties",
        "propertyNames",
        "unevaluatedProperties",
        "unevaluatedItems",
    };

    /// <summary>What says least about the rest of the value comes first.</summary>
    public static int Order(string keyword) =>
        keyword switch
        {
            "const" or "enum" => 0,
            "properties" => 1,
            "required" => 3,
            "type" => 4,
            _ => 2,
        };

    public static IEnumerable<Option> Of(SchemaReader reader, SchemaPart part, string keyword) =>
        keyword switch
        {
            "$ref" => [Option.Of(new Demand(reader.Target(part), false))],
            "allOf" => part.Branches(keyword).Select(b => Option.Of(new Demand(b, false))),
            "anyOf" => [Option.Of([.. part.Branches(keyword).Select(b => new Demand(b, false))])],
            "oneOf" => ExclusiveChoices.NoneOrTwo([.. part.Branches(keyword)]),
            "not" => [Option.Of(new Demand(part.Child(keyword), true))],
            "required" => part.Required()
                .Distinct()
                .Select(name =>
                    Option.Of(
                        new Literal(part, Literal.Presence, false, name),
                        new Literal(part, "required", false, name)
                    )
                ),
            "properties" or "patternProperties" => part
                .Json.GetProperty(keyword)
                .EnumerateObject()
                .Select(p => Option.Of(new Literal(part, keyword, false, p.Name))),
            "prefixItems" => Enumerable
                .Range(0, part.Json.GetProperty(keyword).GetArrayLength())
                .Select(i => Option.Of(new Literal(part, keyword, false, $"{i}"))),
            "dependentRequired" or "dependentSchemas" => Dependencies.Broken(part, keyword),
            _ when Failing.Contains(keyword) => [Option.Of(new Literal(part, keyword, false))],
            _ => [],
        };
}
