using System.Text.Json;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Reads an interaction of any version of the specification, whatever a damaged one holds.</summary>
internal static class PactJson
{
    public static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IReadOnlyList<JsonElement> Items(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The status expected; null where none is.</summary>
    public static int? Status(JsonElement interaction) =>
        Member(Member(interaction, "response"), "status") is { ValueKind: JsonValueKind.Number } status
        && status.TryGetInt32(out var number)
            ? number
            : null;

    public static bool HasRequestHeader(JsonElement interaction, string name) =>
        Member(Member(interaction, "request"), "headers") is { ValueKind: JsonValueKind.Object } headers
        && headers.EnumerateObject().Any(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The body of a request or response: what V4 wraps in <c>content</c>, and older versions give as it is. JSON in a
    /// text is read; null where there is no body.
    /// </summary>
    public static JsonElement? Body(JsonElement? half)
    {
        var body = Member(half, "body");
        var content = IsWrapped(body) ? Member(body, "content") : body;
        return content is { ValueKind: JsonValueKind.String } text ? Parsed(text) : content;
    }

    /// <summary>
    /// The interaction's type where it is one of messages, such as <c>Asynchronous/Messages</c>; null for HTTP.
    /// </summary>
    public static string? MessageType(JsonElement interaction) =>
        Text(interaction, "type") is { } type && !type.Equals("Synchronous/HTTP", StringComparison.OrdinalIgnoreCase)
            ? type
            : null;

    /// <summary>Names of the provider states that an interaction needs.</summary>
    public static IEnumerable<string> States(JsonElement interaction)
    {
        var states = Items(interaction, "providerStates")
            .Select(s => Text(s, "name"))
            .Append(Text(interaction, "providerState"));
        return states.OfType<string>().Where(s => s.Length > 0);
    }

    /// <summary>True where a body is in V4's layout, with its content and type apart.</summary>
    public static bool IsWrapped(JsonElement? body) =>
        Member(body, "content") is not null
        && (Member(body, "contentType") is not null || Member(body, "encoded") is not null);

    private static JsonElement Parsed(JsonElement text)
    {
        try
        {
            return JsonElement.Parse(text.GetString()!, new JsonDocumentOptions { MaxDepth = PactContent.Deepest });
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
