using System.Text.Json;

namespace Thymia.Conformance.Frameworks.Spring;

/// <summary>
/// The attributes of an error as Spring Boot writes them: <c>timestamp</c>, <c>status</c>, <c>error</c> and
/// <c>path</c>; or the problem details of Spring 6, whose <c>instance</c> is the path.
/// </summary>
internal sealed class ErrorAttributes : IErrorWords
{
    private static readonly string[] Attributes = ["timestamp", "status", "error", "path"];
    private static readonly string[] Details =
    [
        "Failed to read request",
        "Invalid request content.",
        "Validation failure",
    ];

    public IReadOnlyList<string> In(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object ? []
        : Array.TrueForAll(Attributes, name => body.TryGetProperty(name, out _)) ? ["spring:error-attributes"]
        : body.TryGetProperty("detail", out var detail)
        && detail.ValueKind == JsonValueKind.String
        && Details.Contains(detail.GetString())
            ? ["spring:problem-detail"]
        : [];
}
