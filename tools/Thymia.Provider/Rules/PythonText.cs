using System.Text;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>What pydantic v1 makes of a value where text is asked for: numbers and booleans become text.</summary>
internal static class PythonText
{
    /// <summary>Null for what does not become text: null, lists and objects.</summary>
    public static string? Of(JsonValue value)
    {
        if (value.IsBoolean)
        {
            return value.Kind == System.Text.Json.JsonTokenType.True ? "True" : "False";
        }

        return value.IsNumber ? PythonNumber.Text(Encoding.ASCII.GetString(value.Raw.Span)) : value.AsText();
    }
}
