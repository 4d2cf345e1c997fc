using System.Text;

namespace Thymia.Provider.Calls;

/// <summary>An answer as it goes on the wire.</summary>
/// <param name="ContentType">The header's value; null sends none.</param>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string? ContentType = Answer.Json)
{
    public const string Json = "application/json";

    /// <summary>Whether the connection is cut in place of an answer.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>One further header, such as <c>Allow</c>.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>The body that FastAPI gives errors that are not about validation.</summary>
    public static Answer Detail(int status, string text) => Of(status, $$"""{"detail":"{{text}}"}""");

    /// <summary>What Starlette answers when the application throws.</summary>
    public static Answer ServerError() => new(500, "Internal Server Error"u8.ToArray(), "text/plain; charset=utf-8");

    public static Answer Of(int status, string body, string contentType = Json) =>
        new(status, Encoding.UTF8.GetBytes(body), contentType);

    public string Text() => Encoding.UTF8.GetString(Body.Span);
}
