using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>
/// Answers requests as pacts say, in this process and no longer than it lives. A request that nothing fits gets 404
/// with the nearest interaction and each difference in its body.
/// </summary>
public sealed class PactStub : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly IReadOnlyList<StubbedInteraction> _interactions;
    private readonly Action<string> _unmatched;
    private readonly FreshValues _fresh;

    private PactStub(StubOptions options, WebApplication server)
    {
        _server = server;
        _interactions = StubbedInteraction.Of(options.Pacts);
        _unmatched = options.Unmatched;
        _fresh = new FreshValues(options.Time);
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl => new(_server.Urls.First());

    /// <summary>
    /// A sentence for each rule of an interaction that is not known here, so that no request fits it.
    /// </summary>
    public IReadOnlyList<string> Notes =>
        [
            .. _interactions.SelectMany(
                i => i.Matcher.Unknown,
                (i, what) =>
                    $"{Path.GetFileName(i.File)}: '{SafeText.Of(i.Description)}' uses {what}, which is not known "
                    + "here; no request fits it"
            ),
        ];

    /// <exception cref="UnusableInputException">The place cannot be listened on, or a pact cannot be read.</exception>
    public static async Task<PactStub> StartAsync(StubOptions options, CancellationToken cancellation)
    {
        var stub = new PactStub(options, Build(options));
        try
        {
            await stub._server.StartAsync(cancellation);
            return stub;
        }
        catch (IOException e)
        {
            await stub.DisposeAsync();
            throw new UnusableInputException(
                "stub-not-started",
                $"{options.Host}:{options.Port} cannot be listened on",
                "--port",
                "choose another port, or 0 for a free one",
                e
            );
        }
        catch (Exception)
        {
            await stub.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        var tried = new List<(StubbedInteraction, IReadOnlyList<RequestMismatch>)>();
        foreach (var interaction in _interactions)
        {
            var found = interaction.Matcher.Compare(request);
            if (found.Count == 0)
            {
                await interaction.Answer.WriteAsync(context, _fresh);
                return;
            }

            tried.Add((interaction, found));
        }

        var misfit = Misfit.Of(request, tried);
        _unmatched(misfit.Line);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(misfit.Body(), context.RequestAborted);
    }

    private static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return ReceivedRequests.Of(context, body.ToArray());
    }

    private static WebApplication Build(StubOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(options.Host, options.Port);
            });
        return builder.Build();
    }
}
