using System.Text;
using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>The body that a pact shows for a request or response, in the layout of any version.</summary>
internal sealed class PactBody
{
    private const string JsonType = "application/json";

    private PactBody(string type)
    {
        Type = type;
    }

    /// <summary>The media type in lower case, without parameters.</summary>
    public string Type { get; }

    /// <summary>True where nothing is said of a body.</summary>
    public bool IsAbsent { get; private init; }

    /// <summary>True where there must be none.</summary>
    public bool IsNothing { get; private init; }

    /// <summary>True where none is as good as JSON's null.</summary>
    public bool MayBeNull { get; private init; }

    public JsonElement Json { get; private init; }

    public string Text { get; private init; } = "";

    public byte[] Bytes { get; private init; } = [];

    /// <summary>False as well where it is shown as JSON and is none on purpose.</summary>
    public bool IsJson => !IsMalformed && IsJsonType;

    private bool IsMalformed { get; init; }

    private bool IsJsonType => Type == JsonType || Type.EndsWith("+json", StringComparison.Ordinal);

    public bool IsXml => Type is "application/xml" or "text/xml" || Type.EndsWith("+xml", StringComparison.Ordinal);

    /// <param name="half">A request or response of an interaction.</param>
    /// <param name="isV4">Where it surely is in V4's layout; else a body is taken for
    /// that which has its members.</param>
    public static PactBody Of(JsonElement? half, bool isV4 = false)
    {
        var header = TypeOf(HeaderOf(half));
        if (PactJson.Member(half, "body") is not { } body)
        {
            return new PactBody(header ?? JsonType) { IsAbsent = true };
        }

        if (body.ValueKind == JsonValueKind.Null || (!isV4 && !PactJson.IsWrapped(body)))
        {
            return OfContent(body, header ?? GuessOf(body), isPlain: true);
        }

        var type = TypeOf(PactJson.Text(body, "contentType")) ?? header ?? JsonType;
        return PactJson.Member(body, "content") is not { } content ? new PactBody(type) { IsAbsent = true }
            : PactJson.Text(body, "encoded") == "base64" && content.ValueKind == JsonValueKind.String
                ? OfBytes(content, type)
            : OfContent(content, type, PactJson.Text(body, "encoded") != "json");
    }

    /// <summary>A media type in lower case, without parameters; null where none is given.</summary>
    public static string? TypeOf(string? header) =>
        header?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } type ? type : null;

    private static PactBody OfContent(JsonElement content, string type, bool isPlain)
    {
        var text = content.ValueKind == JsonValueKind.String ? content.GetString()! : content.GetRawText();
        var made = new PactBody(type);
        var isJsonText = made.IsJsonType && content.ValueKind == JsonValueKind.String && !isPlain;
        var json = isJsonText ? BodyMatcher.Parse(Encoding.UTF8.GetBytes(text)) : content;
        var bytes =
            made.IsJsonType && !isJsonText
                ? Encoding.UTF8.GetBytes(content.GetRawText())
                : Encoding.UTF8.GetBytes(text);
        return new PactBody(type)
        {
            Json = json ?? default,
            IsMalformed = json is null,
            Text = text,
            Bytes = bytes,
            IsNothing =
                content.ValueKind == JsonValueKind.Null
                || (content.ValueKind == JsonValueKind.String && text.Length == 0),
            MayBeNull = content.ValueKind == JsonValueKind.Null,
        };
    }

    private static PactBody OfBytes(JsonElement content, string type)
    {
        var bytes = content.TryGetBytesFromBase64(out var decoded) ? decoded : [];
        var json = BodyMatcher.Parse(bytes);
        return new PactBody(type)
        {
            Bytes = bytes,
            Text = Encoding.UTF8.GetString(bytes),
            Json = json ?? default,
            IsMalformed = json is null,
            IsNothing = bytes.Length == 0,
        };
    }

    private static string GuessOf(JsonElement body) =>
        body.ValueKind != JsonValueKind.String ? JsonType
        : body.GetString()!.StartsWith('<') ? "application/xml"
        : "text/plain";

    private static string? HeaderOf(JsonElement? half) =>
        PactJson.Member(half, "headers") is { ValueKind: JsonValueKind.Object } headers
            ? headers
                .EnumerateObject()
                .Where(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                .SelectMany(h => PactValues.Of(h.Value))
                .FirstOrDefault()
            : null;
}
