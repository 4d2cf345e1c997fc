using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Bodies;

/// <summary>Reads a body that is no JSON, so that what was written can be proven.</summary>
internal static class BodyReadings
{
    /// <summary>
    /// The values that a provider may read, the likeliest first; none where the bytes are nothing of the kind.
    /// </summary>
    public static IEnumerable<JsonElement> Of(RequestBody body, ReadOnlyMemory<byte> bytes, SchemaNode schema)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        return body.Form switch
        {
            BodyForm.Form => Objects(FormText.Read(text, body, schema)),
            BodyForm.Multipart => Objects(Multipart.Read(text, body, schema)),
            BodyForm.Text when text.Length > 0 => ParameterText.Readings(
                new ParameterValue.One(text),
                new ShapeOfText(schema)
            ),
            BodyForm.Binary when text.Length > 0 => [Payloads.ToElement(JsonValue.Create(text))],
            _ => [],
        };
    }

    private static IEnumerable<JsonElement> Objects(JsonObject? read) => read is null ? [] : [Payloads.ToElement(read)];
}
