using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Bodies;

/// <summary>
/// Objects as <c>application/x-www-form-urlencoded</c>: each property as a query parameter, what is nested as JSON
/// unless the description states a style.
/// </summary>
internal static class FormText
{
    private static readonly HashSet<string> NoOthers = [];

    /// <summary>The parts between two <c>&amp;</c>.</summary>
    public static IEnumerable<string> Write(JsonObject map, RequestBody body, SchemaNode schema)
    {
        foreach (var (name, value) in map)
        {
            var field = Field(name, value, body);
            var written = field.ContentType is null ? ParameterText.Of(value) : Json(value);
            foreach (var part in written is null ? [] : StyleWriter.InQuery(field, written))
            {
                yield return part;
            }
        }
    }

    /// <summary>Null where the text is no form, or another one for providers that decode before they split.</summary>
    public static JsonObject? Read(string text, RequestBody body, SchemaNode schema)
    {
        if (text.Length > 0 && text[0] is '{' or '[' or '"')
        {
            return null;
        }

        var parts = text.Split('&', StringSplitOptions.RemoveEmptyEntries);
        var result = new JsonObject();
        foreach (var name in parts.Select(p => NameOf(p, schema)).Distinct())
        {
            if (IsMistakable(parts, name, body, schema.Property(name)))
            {
                return null;
            }

            result[name] = Value(parts, name, body, schema.Property(name) ?? schema.AdditionalProperties);
        }

        return result;
    }

    private static bool IsMistakable(string[] parts, string name, RequestBody body, SchemaNode? schema)
    {
        var field = Field(name, null, body);
        var isSplit = body.Encodings.TryGetValue(name, out var stated) && stated.Style is not null && !field.Explode;
        var delimiter = Uri.UnescapeDataString(StyleWriter.Delimiter(field.Style));
        return isSplit
            && schema is not null
            && StyleReader.InQuery(parts, field, new ShapeOfText(schema), NoOthers) is ParameterValue.Many many
            && many.Items.Any(i => i.Contains(delimiter, StringComparison.Ordinal));
    }

    private static JsonNode? Value(string[] parts, string name, RequestBody body, SchemaNode? schema)
    {
        var shape = schema is null ? ShapeOfText.Free : new ShapeOfText(schema);
        var field = Field(name, null, body);
        var isApart = body.Encodings.TryGetValue(name, out var stated) && stated.Style is not null;
        var read = StyleReader.InQuery(
            parts,
            isApart ? field : field with { Explode = true },
            isApart ? shape : shape.WithoutObject(),
            NoOthers
        );
        return Nested(read, shape)
            ?? (read is null ? null : Payloads.ToNode(ParameterText.Readings(read, shape).First()));
    }

    // Only where the schema wants structure is a text in braces more than a text.
    internal static JsonNode? Nested(ParameterValue? read, ShapeOfText shape)
    {
        try
        {
            return read switch
            {
                ParameterValue.One one when shape.IsObject || shape.Types == JsonTypes.Any => JsonNode.Parse(one.Text),
                ParameterValue.Many many
                    when (shape.Item & (JsonTypes.Object | JsonTypes.Array)) != 0 && shape.Item != JsonTypes.Any =>
                    new JsonArray([.. many.Items.Select(i => JsonNode.Parse(i))]),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static ParameterValue Json(JsonNode? value) =>
        value is JsonArray list && list.Count > 0
            ? new ParameterValue.Many([.. list.Select(i => i?.ToJsonString() ?? "null")])
            : new ParameterValue.One(value?.ToJsonString() ?? "null");

    private static string NameOf(string part, SchemaNode schema)
    {
        var name = Uri.UnescapeDataString(part.Split('=', 2)[0].Replace('+', ' '));
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && schema.Property(name) is null ? name[..bracket] : name;
    }

    private static Parameter Field(string name, JsonNode? value, RequestBody body)
    {
        body.Encodings.TryGetValue(name, out var stated);
        var style = stated?.Style ?? ParameterStyle.Form;
        var isNested = value is JsonObject || (value is JsonArray list && list.Any(i => i is not JsonValue));
        return new Parameter(name, "query", false, null)
        {
            Style = style,
            Explode = stated?.Explode ?? style == ParameterStyle.Form,
            AllowReserved = stated?.AllowReserved == true,
            ContentType = isNested && stated?.Style is null ? "application/json" : null,
        };
    }
}
