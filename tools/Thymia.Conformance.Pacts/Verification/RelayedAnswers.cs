using System.Globalization;
using Microsoft.AspNetCore.Http;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Hands a provider's answer on to Pact's core: as it came, but for what belongs to the connection.</summary>
internal static class RelayedAnswers
{
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Content-Length",
    };

    public static async Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers.Where(h => !OfConnection.Contains(h.Key)))
        {
            response.Headers.Append(name, value);
        }

        if (
            answer.Header("Content-Length") is { } length
            && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && (bytes == answer.Body.Length || HttpMethods.IsHead(context.Request.Method))
        )
        {
            response.ContentLength = bytes;
        }

        if (!HttpMethods.IsHead(context.Request.Method) && answer.Body.Length > 0)
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
