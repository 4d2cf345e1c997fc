using Microsoft.AspNetCore.Http;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>What Pact's core sends, made into requests for the provider: as they came, but for what belongs to the
/// connection, and for the key.</summary>
internal sealed class RelayedRequests(VerifyRequest verification)
{
    private readonly PactRequests _requests = new(verification.Operations);

    // RFC 9110, 7.6.1; and what says whom a request is for, which is the relay.
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Proxy-Authorization",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "Content-Length",
        "Content-Type",
        "Host",
    };

    /// <param name="target">Path and query below the provider's base URL.</param>
    public async Task<CaseRequest> Of(HttpRequest request, string target, bool sendsKey)
    {
        var made = _requests.WithPathValues(await MakeAsync(request, target, [.. verification.Headers]));
        return sendsKey && verification.HasSecrets
            ? RelayedSecrets.Replace(
                made,
                verification.CredentialsFor(_requests.OperationOf(made.Method, target.Split('?')[0]))
            )
            : made;
    }

    public static Task<CaseRequest> OfStates(HttpRequest request, string target) => MakeAsync(request, target, []);

    private static async Task<CaseRequest> MakeAsync(
        HttpRequest request,
        string target,
        IReadOnlyList<KeyValuePair<string, string>> more
    )
    {
        var replaced = more.Select(h => h.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new CaseRequest
        {
            Method = request.Method,
            Target = target,
            Headers =
            [
                .. request
                    .Headers.Where(h => !OfConnection.Contains(h.Key) && !replaced.Contains(h.Key))
                    .SelectMany(h => h.Value, (h, value) => KeyValuePair.Create(h.Key, value ?? "")),
                .. more,
            ],
            ContentType = request.ContentType,
            Body = await BodyAsync(request),
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0)
        {
            return null;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.Length == 0 && request.ContentType is null ? null : body.ToArray();
    }
}
