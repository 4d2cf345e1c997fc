using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Bodies;

/// <summary>
/// Objects as <c>multipart/form-data</c> (RFC 7578): a part for each property and each item of an array; texts plain,
/// objects as JSON, and files as a few made-up bytes.
/// </summary>
internal static class Multipart
{
    /// <summary>Between two parts; one for all requests, so that a case and a seed are one request for ever.</summary>
    public const string Boundary = "thymia-conformance-between-two-parts";

    private const string Break = "\r\n";

    public static byte[] Write(JsonObject map, RequestBody body, SchemaNode schema)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in map)
        {
            foreach (var item in value is JsonArray list ? [.. list] : new[] { value })
            {
                text.Append("--")
                    .Append(Boundary)
                    .Append(Break)
                    .Append(Head(name, item, body, schema.Property(name)))
                    .Append(Break)
                    .Append(Break)
                    .Append(
                        item is JsonValue scalar && scalar.TryGetValue<string>(out var plain)
                            ? plain
                            : item?.ToJsonString() ?? "null"
                    )
                    .Append(Break);
            }
        }

        return Encoding.UTF8.GetBytes(text.Append("--").Append(Boundary).Append("--").Append(Break).ToString());
    }

    /// <summary>Null where the text is no multipart with that boundary.</summary>
    public static JsonObject? Read(string text, RequestBody body, SchemaNode schema)
    {
        const string Separator = "--" + Boundary;
        if (
            !text.StartsWith(Separator, StringComparison.Ordinal)
            || !text.EndsWith(Separator + "--" + Break, StringComparison.Ordinal)
        )
        {
            return null;
        }

        var parts = text.Split(Separator)[1..^1].Select(Part).ToList();
        var result = new JsonObject();
        foreach (var field in parts.GroupBy(p => p.Name, p => p.Text))
        {
            var property = schema.Property(field.Key) ?? schema.AdditionalProperties;
            var shape = property is null ? ShapeOfText.Free : new ShapeOfText(property);
            ParameterValue read = shape.IsArray
                ? new ParameterValue.Many([.. field])
                : new ParameterValue.One(field.Last());
            result[field.Key] = FormText.Nested(read, shape)
                ?? Payloads.ToNode(ParameterText.Readings(read, shape).First());
        }

        return result;
    }

    private static string Head(string name, JsonNode? value, RequestBody body, SchemaNode? schema)
    {
        var disposition =
            $"Content-Disposition: form-data; name=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"";
        var stated = body.Encodings.GetValueOrDefault(name)?.ContentType;
        var isFile =
            IsFile(schema)
            || IsFile(schema?.Items)
            || (
                stated is not null
                && !stated.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                && !MediaTypes.IsJson(stated)
            );
        var type =
            stated is null || stated.Contains('*', StringComparison.Ordinal)
                ? isFile
                    ? "application/octet-stream"
                    : value is JsonValue
                        ? null
                        : "application/json"
                : stated;
        return disposition
            + (isFile ? "; filename=\"conformance.bin\"" : "")
            + (type is null ? "" : $"{Break}Content-Type: {type}");
    }

    private static bool IsFile(SchemaNode? schema) =>
        schema is not null && (schema.Format == "binary" || schema.First("contentMediaType") is not null);

    private static (string Name, string Text) Part(string part)
    {
        var end = part.IndexOf(Break + Break, StringComparison.Ordinal);
        var head = end < 0 ? "" : part[..end];
        const string Start = " name=\"";
        var start = head.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return start < Start.Length || end < 0
            ? ("", "")
            : (
                head[start..head.IndexOf('"', start)].Replace("%22", "\"", StringComparison.Ordinal),
                part[(end + 4)..^2]
            );
    }
}
