using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>JSON values in sentences.</summary>
internal static class JsonWords
{
    /// <summary>The value, cut to what a sentence has room for.</summary>
    public static string Of(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "nothing" : Shortened.To(SafeText.Of(value.GetRawText()));

    /// <summary>What kind of value it is, with its article: <c>a text</c>, <c>an object</c>.</summary>
    public static string KindOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.Null => "null",
            _ => "nothing",
        };
}
