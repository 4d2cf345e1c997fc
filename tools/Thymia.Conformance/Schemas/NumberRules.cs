using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>Bounds and <c>multipleOf</c>, exact at any size.</summary>
internal static class NumberRules
{
    public static Func<JToken, bool> Rule(string keyword, JsonElement value)
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
        return token => !ExactNumber.Is(token) || holds(ExactNumber.Of(token));
    }
}
