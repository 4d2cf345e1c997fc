using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Makes of what a server got what is compared.</summary>
internal static class ReceivedRequests
{
    /// <param name="body">What was read of it; empty where none came.</param>
    public static ReceivedRequest Of(HttpContext context, byte[] body)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        return new ReceivedRequest(
            context.Request.Method,
            target[0],
            target.ElementAtOrDefault(1) ?? "",
            [
                .. context.Request.Headers.SelectMany(
                    h => h.Value.OfType<string>(),
                    (h, v) => KeyValuePair.Create(h.Key, v)
                ),
            ],
            body.Length == 0 ? null : body
        );
    }
}
