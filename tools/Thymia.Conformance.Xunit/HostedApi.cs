using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Thymia.Conformance.Xunit;

/// <summary>
/// Hands requests to an API within this process. What the API lets through before its answer begins is a 500, as a
/// server makes of it: here the exception would come back to the caller, and look like a network that failed.
/// </summary>
internal sealed class HostedApi(TestServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var arrived = false;
        try
        {
            var context = await server.SendAsync(
                c =>
                {
                    Write(request, body, c.Request);
                    arrived = true;
                },
                cancellationToken
            );
            return Read(context.Response, request);
        }
        catch (Exception) when (arrived && !cancellationToken.IsCancellationRequested)
        {
            return new HttpResponseMessage(HttpStatusCode.InternalServerError) { RequestMessage = request };
        }
    }

    private static void Write(HttpRequestMessage request, byte[] body, HttpRequest written)
    {
        var url = request.RequestUri!;
        written.Method = request.Method.Method;
        written.Protocol = HttpProtocol.Http11;
        written.Scheme = url.Scheme;
        written.Host = new HostString(request.Headers.Host ?? url.Authority);
        written.Path = PathString.FromUriComponent(url);
        written.QueryString = QueryString.FromUriComponent(url);
        foreach (var (name, values) in request.Headers.NonValidated.Where(h => h.Key != "Host"))
        {
            written.Headers.Append(name, values.ToArray());
        }

        if (request.Content is not null)
        {
            foreach (var (name, values) in request.Content.Headers.NonValidated)
            {
                written.Headers.Append(name, values.ToArray());
            }

            written.ContentLength ??= body.Length;
            written.Body = new MemoryStream(body);
        }
    }

    private static HttpResponseMessage Read(HttpResponse answered, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answered.StatusCode)
        {
            RequestMessage = request,
            Content = new StreamContent(answered.Body),
        };
        foreach (var (name, values) in answered.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                response.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return response;
    }
}
