using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Thymia.Conformance.Xunit;

namespace Thymia.Conformance.Tests.Library;

public sealed class HostedApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_over_all_of_a_request_and_all_of_its_answer()
    {
        await using var api = await StartAsync(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var request = context.Request;
            context.Response.StatusCode = 418;
            context.Response.Headers.Append("x-twice", new(["a", "b"]));
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(
                $"{request.Method} {request.Path.Value}{request.QueryString} {request.ContentType} "
                    + $"{request.ContentLength} {request.Headers["x-own"]} {request.Host} {await body.ReadToEndAsync()}"
            );
        });
        using var message = new HttpRequestMessage(HttpMethod.Put, "http://localhost/a%20b?c=d%26e");
        message.Headers.Add("x-own", "mine");
        message.Content = new StringContent("{}", null, "application/json");

        using var answer = await SendAsync(api, message);

        Assert.Equal(418, (int)answer.StatusCode);
        Assert.Equal(["a", "b"], answer.Headers.GetValues("x-twice"));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            "PUT /a b?c=d%26e application/json; charset=utf-8 2 mine localhost {}",
            await answer.Content.ReadAsStringAsync(Token)
        );
    }

    [Fact]
    public async Task Makes_500_of_what_the_api_lets_through()
    {
        await using var api = await StartAsync(_ => throw new InvalidOperationException("of the API"));
        using var message = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");

        using var answer = await SendAsync(api, message);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Blames_the_api_for_nothing_that_never_reached_it()
    {
        await using var api = await StartAsync(_ => Task.CompletedTask);
        using var message = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        message.RequestUri = new Uri(
            "http://localhost/",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(api, message));
    }

    private static async Task<HttpResponseMessage> SendAsync(WebApplication api, HttpRequestMessage message)
    {
        using var hosted = new HostedApi(api.GetTestServer());
        using var invoker = new HttpMessageInvoker(hosted);
        return await invoker.SendAsync(message, Token);
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var api = builder.Build();
        api.Run(answer);
        await api.StartAsync(Token);
        return api;
    }
}
