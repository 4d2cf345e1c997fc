using Newtonsoft.Json.Linq;
using NJsonSchema;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

namespace Thymia.Conformance.Schemas;

/// <summary>Counts and uniqueness of array items and properties.</summary>
internal static class CollectionRules
{
    public static IEnumerable<Kind> Judge(JArray array, JsonSchema schema)
    {
        if (schema.MinItems > array.Count)
        {
            yield return Kind.TooFewItems;
        }

        // The library holds "no bound" and "at most none" alike as zero, so the mark of the bound decides.
        if (IsBounded(schema, "maxItems") && array.Count > schema.MaxItems)
        {
            yield return Kind.TooManyItems;
        }

        if (schema.UniqueItems && array.Where((item, i) => array.Take(i).Any(other => JsonEquality.Same(item, other))).Any())
        {
            yield return Kind.ItemsNotUnique;
        }
    }

    public static IEnumerable<Kind> Judge(JObject value, JsonSchema schema)
    {
        if (IsBounded(schema, "maxProperties") && value.Count > schema.MaxProperties)
        {
            yield return Kind.TooManyProperties;
        }
    }

    private static bool IsBounded(JsonSchema schema, string keyword) =>
        schema.ExtensionData?.ContainsKey("x-" + keyword) == true;
}
