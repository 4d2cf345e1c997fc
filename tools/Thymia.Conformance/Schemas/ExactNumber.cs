using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>A number that is no 64-bit integer as written, with every digit of it.</summary>
internal sealed class ExactNumber(string json) : JValue(0.0)
{
    public JsonNumber Number { get; } = JsonNumber.Parse(json);

    /// <summary>The value of a token that is a number.</summary>
    public static JsonNumber Of(JToken token) => token is ExactNumber exact ? exact.Number : JsonNumber.Of((long)token);

    public static bool Is(JToken token) => token.Type is JTokenType.Integer or JTokenType.Float;

    public override void WriteTo(JsonWriter writer, params JsonConverter[] converters) => writer.WriteRawValue(json);
}
