using System.Text.Json;

namespace Thymia.Conformance.Replay;

/// <summary>The ids in the answer to a request that has created something.</summary>
internal static class CreatedIds
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly string[] Names = ["id", "uuid", "key", "name", "slug", "ref"];

    public static IEnumerable<string> In(Answer answer)
    {
        if (answer.Header("Location")?.Split('?', '#')[0].TrimEnd('/') is { Length: > 0 } location)
        {
            yield return Uri.UnescapeDataString(location[(location.LastIndexOf('/') + 1)..]);
        }

        foreach (var id in OfBody(answer.Body))
        {
            yield return id;
        }
    }

    private static List<string> OfBody(ReadOnlyMemory<byte> body)
    {
        if (body.Length is 0 or > MaxBytes)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().SelectMany(OfMember)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // At the top, or one level down where answers wrap what they give, such as {"data": {"id": 1}}.
    private static IEnumerable<string> OfMember(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Object
            ? member.Value.EnumerateObject().Where(m => IsId(m.Name)).Select(m => TextOf(m.Value)).OfType<string>()
        : IsId(member.Name) && TextOf(member.Value) is { } id ? [id]
        : [];

    private static bool IsId(string name) =>
        Array.Exists(Names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase))
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("_id", StringComparison.Ordinal);

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
