using System.Text.Json;

namespace Thymia.Conformance.Frameworks.AspNetCore;

/// <summary>
/// ASP.NET Core's problem details: the <c>type</c> that leads to a section of RFC 9110 or 7231, which no other
/// framework takes, and the title of validation errors with their map <c>errors</c>.
/// </summary>
internal sealed class ProblemTitle : IErrorWords
{
    private const string Section = "https://tools.ietf.org/html/rfc";
    private const string Exception = "Microsoft.AspNetCore.Http.BadHttpRequestException";

    public IReadOnlyList<string> In(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.String && body.GetString()!.StartsWith(Exception, StringComparison.Ordinal))
        {
            return ["aspnet-core:bad-http-request"];
        }

        if (
            body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String
            || !type.GetString()!.StartsWith(Section, StringComparison.Ordinal)
        )
        {
            return [];
        }

        return body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ? ["aspnet-core:validation-problem"]
            : ["aspnet-core:problem"];
    }
}
