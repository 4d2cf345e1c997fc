using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>What a value is: <c>type</c>, <c>enum</c>, <c>const</c>.</summary>
internal static class TypeRules
{
    public static Func<JToken, bool> Type(JsonElement value)
    {
        var allowed = SchemaTypes.Read(value);
        return token => (allowed & Of(token)) != 0;
    }

    public static Func<JToken, bool> Members(string keyword, JsonElement value)
    {
        var members = keyword == "const"
            ? new HashSet<JToken>(JsonEquality.Instance) { Read(value) }
            : value.EnumerateArray().Select(Read).ToHashSet(JsonEquality.Instance);
        return members.Contains;
    }

    private static JsonTypes Of(JToken token) => token.Type switch
    {
        JTokenType.Null => JsonTypes.Null,
        JTokenType.Boolean => JsonTypes.Boolean,
        JTokenType.Integer => JsonTypes.Integer,
        JTokenType.Float => ((ExactNumber)token).Number.IsWhole ? JsonTypes.Integer : JsonTypes.Fraction,
        JTokenType.String => JsonTypes.String,
        JTokenType.Array => JsonTypes.Array,
        _ => JsonTypes.Object,
    };

    /// <summary>The value as a token that rules can judge.</summary>
    public static JToken Read(JsonElement value) =>
        StrictJson.TryRead(Encoding.UTF8.GetBytes(value.GetRawText()), out _)!;
}
