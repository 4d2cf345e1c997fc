using System.Text.Json;
using Thymia.Conformance.Schemas.Formats;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Says in words what a keyword demands.</summary>
internal static class Expectations
{
    public static string Of(SchemaPart part, string keyword)
    {
        var value = keyword is "false" ? default : part.Json.GetProperty(keyword);
        return keyword switch
        {
            "false" => "no value at all",
            "required" => "the property to be present",
            "type" => WithArticle(value),
            "enum" when value.GetArrayLength() == 1 => Shown(value[0]),
            "enum" => "one of " + string.Join(", ", value.EnumerateArray().Select(Shown)),
            "const" => Shown(value),
            "format" => StringFormats.Title(value.GetString()!),
            "pattern" => $"text matching {value.GetString()}",
            "uniqueItems" => "items that all differ",
            "additionalProperties" => "no property beyond the documented ones",
            "oneOf" => "exactly one of the alternatives",
            "anyOf" => "one of the alternatives",
            "not" => "a value that is not excluded",
            "contains" => "an item as the schema describes",
            "propertyNames" => "a name as the schema describes",
            "dependentRequired" => "the property to be present beside another",
            "unevaluatedProperties" => "no property beyond the documented ones",
            "unevaluatedItems" => "no item beyond the documented ones",
            _ => Bound(keyword, value.GetRawText()),
        };
    }

    private static string Bound(string keyword, string bound) =>
        keyword switch
        {
            "minLength" => $"at least {bound} characters",
            "maxLength" => $"at most {bound} characters",
            "minimum" => $"at least {bound}",
            "maximum" => $"at most {bound}",
            "exclusiveMinimum" => $"more than {bound}",
            "exclusiveMaximum" => $"less than {bound}",
            "multipleOf" => $"a multiple of {bound}",
            "minItems" => $"at least {bound} items",
            "maxItems" => $"at most {bound} items",
            "minContains" => $"at least {bound} items as the schema describes",
            "maxContains" => $"at most {bound} items as the schema describes",
            "minProperties" => $"at least {bound} properties",
            "maxProperties" => $"at most {bound} properties",
            _ => $"'{keyword}' to hold",
        };

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "null" : $"{value}";

    private static string WithArticle(JsonElement type) =>
        string.Join(
            " or ",
            (
                type.ValueKind == JsonValueKind.Array
                    ? type.EnumerateArray().Select(t => t.GetString()!)
                    : [type.GetString()!]
            ).Select(Article)
        );

    private static string Article(string type) =>
        type switch
        {
            "null" => "null",
            "integer" => "a whole number",
            "string" => "text",
            "array" or "object" => $"an {type}",
            _ => $"a {type}",
        };
}
