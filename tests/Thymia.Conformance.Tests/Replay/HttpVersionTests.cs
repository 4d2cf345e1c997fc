using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class HttpVersionTests
{
    private static readonly CaseRequest Request = new()
    {
        Method = "POST",
        Target = "/v1/calls",
        ContentType = "application/json",
        Body = "{}"u8.ToArray(),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task Speaks_the_newest_version_that_is_offered_over_tls(HttpProtocols offered, string spoken)
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Sign();
        await using var server = Server(certificate, offered);
        await server.StartAsync(Token);
        var url = new Uri(
            server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        );
        await using var replayer = new Replayer(
            RawServer.Patient(url) with
            {
                Authorities = authority.Trusted(),
            },
            new HeldTime()
        );

        var exchanges = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => replayer.SendAsync(Request, Token)));

        Assert.All(exchanges, e => Assert.Null(e.Failure));
        Assert.All(exchanges, e => Assert.Equal(spoken, e.Answer!.Header("x-spoken")));
    }

    private static WebApplication Server(X509Certificate2 certificate, HttpProtocols offered)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
                {
                    listen.Protocols = offered;
                    listen.UseHttps(certificate);
                }));
        var application = builder.Build();
        application.Run(context =>
        {
            context.Response.Headers["x-spoken"] = context.Request.Protocol;
            return Task.CompletedTask;
        });
        return application;
    }
}
