using Microsoft.AspNetCore.Http;
using Thymia.Provider.Calls;
using Thymia.Provider.Kept;

namespace Thymia.Provider.Http;

/// <summary>Which request about calls that are kept a path stands for.</summary>
internal static class KeptRouter
{
    private const string Collection = "/v1/calls";

    /// <summary>The methods of a path; null where it is none about such calls.</summary>
    public static string? AllowOf(string path) =>
        path == Collection
            ? "GET, POST"
            : Rest(path) switch
            {
                [{ Length: > 0 }] => "GET, PUT, PATCH, DELETE",
                [{ Length: > 0 }, "results"] => "GET",
                _ => null,
            };

    public static KeptRequest Read(HttpContext context, string path, CallRequest call)
    {
        var rest = Rest(path);
        var cursor = context.Request.Query.TryGetValue("cursor", out var cursors) ? cursors[0] : null;
        return new KeptRequest(context.Request.Method, rest.ElementAtOrDefault(0), rest.Length == 2, cursor, call);
    }

    private static string[] Rest(string path) =>
        path.StartsWith(Collection + "/", StringComparison.Ordinal) ? path[(Collection.Length + 1)..].Split('/') : [];
}
