using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Benchmarks.PactSpecification;

/// <summary>Answers <c>/7</c> with the seventh answer.</summary>
internal sealed class SpecificationProvider : IAsyncDisposable
{
    private readonly WebApplication _server;

    private SpecificationProvider(WebApplication server)
    {
        _server = server;
    }

    public Uri BaseUrl => new(_server.Urls.First());

    public static async Task<SpecificationProvider> StartAsync(IReadOnlyList<SpecificationCase> cases)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(context => WriteAsync(context, cases[int.Parse(context.Request.Path.Value![1..], null)]));
        await server.StartAsync();
        return new SpecificationProvider(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task WriteAsync(HttpContext context, SpecificationCase specified)
    {
        var answer = specified.Actual;
        context.Response.StatusCode = PactJson.Member(answer, "status") is { ValueKind: JsonValueKind.Number } status
            ? status.GetInt32()
            : 200;
        foreach (var header in SpecificationRequest.Headers(answer).GroupBy(h => h.Key))
        {
            context.Response.Headers[header.Key] = header.Select(h => h.Value).ToArray();
        }

        if (
            SpecificationRequest.Body(answer, specified.IsV4) is { Length: > 0 } body
            && !body.Span.SequenceEqual("null"u8)
        )
        {
            await context.Response.Body.WriteAsync(body);
        }
    }
}
