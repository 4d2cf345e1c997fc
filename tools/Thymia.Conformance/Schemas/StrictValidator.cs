using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// NJsonSchema's walk through payload and schema, with our rules at each schema it visits: the library's own compare
/// enum members and array items as text, count UTF-16 units, ignore bounds of zero and find properties missing in what
/// is no object.
/// </summary>
internal sealed class StrictValidator(IReadOnlyDictionary<JsonSchema, SchemaRules> all)
    : JsonSchemaValidator(new JsonSchemaValidatorSettings { FormatValidators = [] })
{
    private static readonly ValidationError[] None = [];

    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        var rules = all[schema];

        // A value's own faults come before those of what is in it.
        var errors = rules.Judge(token, schema);
        if (!rules.LeadsOn(token))
        {
            return (ICollection<ValidationError>?)errors ?? None;
        }

        var below = base.Validate(token, schema, schemaType, propertyName, propertyPath);
        if (errors is null)
        {
            return below;
        }

        errors.AddRange(below);
        return errors;
    }
}
