using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging;

/// <summary>Reads an answer of plain text as the one value that its schema describes.</summary>
internal static class TextAnswer
{
    /// <summary>Text where the schema allows text; else what the text is as JSON, and text where it is none.</summary>
    public static JsonElement Read(ReadOnlyMemory<byte> body, SchemaNode schema)
    {
        if ((schema.Types & JsonTypes.String) == JsonTypes.None)
        {
            using var json = JsonText.Parse(body);
            if (json.Root is { } value)
            {
                return value.Clone();
            }
        }

        return JsonSerializer.SerializeToElement(JsonValue.Create(Encoding.UTF8.GetString(body.Span)));
    }
}
