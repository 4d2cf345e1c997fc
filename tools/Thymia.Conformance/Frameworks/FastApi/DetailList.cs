using System.Text.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Frameworks.FastApi;

/// <summary>
/// The list of errors in FastAPI's <c>HTTPValidationError</c>: <c>detail</c>, each with <c>loc</c>, <c>msg</c> and
/// <c>type</c>.
/// </summary>
internal sealed class DetailList : IErrorFormat
{
    public string List => "/detail";

    public string Path => "loc";

    public IReadOnlyList<string> Texts { get; } = ["msg", "type"];

    public string Source => "HTTPValidationError.detail: a list of errors";

    public bool IsDescribedBy(PayloadSchema? schema) =>
        schema?.Root.Property("detail")?.Items?.Property("loc") is not null;

    public IReadOnlyList<JsonElement> In(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("detail", out var detail)
        && detail.ValueKind == JsonValueKind.Array
            ? [.. detail.EnumerateArray()]
            : [];

    /// <summary>Whole numbers as digits.</summary>
    public IReadOnlyList<string> PathOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("loc", out var loc)
        && loc.ValueKind == JsonValueKind.Array
            ? Steps(loc)
            : [];

    public string? TypeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static string[] Steps(JsonElement list)
    {
        var steps = new string[list.GetArrayLength()];
        var next = 0;
        foreach (var step in list.EnumerateArray())
        {
            steps[next++] = step.ToString();
        }

        return steps;
    }
}
