using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Validation.Assertions;

/// <summary>Bounds and <c>multipleOf</c>, exact at any size.</summary>
internal static class NumberRules
{
    public static ValueRule Rule(string keyword, JsonElement value)
    {
        var bound = JsonNumber.Parse(value.GetRawText());
        Func<JsonNumber, bool> holds = keyword switch
        {
            "minimum" => n => n >= bound,
            "maximum" => n => n <= bound,
            "exclusiveMinimum" => n => n > bound,
            "exclusiveMaximum" => n => n < bound,
            _ => n => n.IsMultipleOf(bound),
        };
        return (in v) => !v.IsNumber || holds(v.Number);
    }
}
