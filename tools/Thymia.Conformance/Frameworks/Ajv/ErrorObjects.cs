using System.Text.Json;

namespace Thymia.Conformance.Frameworks.Ajv;

/// <summary>
/// Ajv's errors, as servers on Express hand them on: in lists under <c>error.details</c> (LoopBack) or <c>errors</c>
/// (express-openapi-validator), each with the keyword that was broken.
/// </summary>
internal sealed class ErrorObjects : IErrorWords
{
    private const string Suffix = ".openapi.validation";

    public IReadOnlyList<string> In(JsonElement body) =>
        [.. Items(body).Select(WordOf).OfType<string>().Select(keyword => $"ajv:{keyword}")];

    private static JsonElement.ArrayEnumerator Items(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object ? default
        : body.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("details", out var details)
        && details.ValueKind == JsonValueKind.Array
            ? details.EnumerateArray()
        : body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray()
        : default;

    // LoopBack names the keyword as it is, the validator with a suffix; both beside the path.
    private static string? WordOf(JsonElement item) =>
        item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("path", out _) ? null
        : TextOf(item, "errorCode") is { } code && code.EndsWith(Suffix, StringComparison.Ordinal)
            ? code[..^Suffix.Length]
        : item.TryGetProperty("info", out _) ? TextOf(item, "code")
        : null;

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
