using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Bodies;

/// <summary>Turns values into the bytes of a body, whatever its media type.</summary>
internal static class BodyWriter
{
    /// <summary>The value of the header <c>Content-Type</c>.</summary>
    public static string ContentTypeOf(RequestBody body) =>
        body.Form == BodyForm.Multipart ? $"{body.ContentType}; boundary={Multipart.Boundary}" : body.ContentType;

    /// <summary>
    /// The bytes; JSON text where the media type has no way to write the value, which no guard lets pass.
    /// </summary>
    public static byte[] Write(RequestBody body, JsonNode? payload, SchemaNode schema) =>
        (body.Form, payload) switch
        {
            (BodyForm.Form, JsonObject map) => Encoding.ASCII.GetBytes(
                string.Join('&', FormText.Write(map, body, schema))
            ),
            (BodyForm.Multipart, JsonObject map) => Multipart.Write(map, body, schema),
            (BodyForm.Text or BodyForm.Binary, JsonValue value) => Encoding.UTF8.GetBytes(
                value.TryGetValue<string>(out var text) ? text : value.ToJsonString()
            ),
            _ => Payloads.Write(payload),
        };
}
