using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Consumers;

/// <summary>
/// Stands between the consumer and the reference provider: gives expected calls their answers, and notes what was used
/// and where it is not as the contract says.
/// </summary>
internal sealed class CallObserver(ConsumerContract contract)
{
    // What the provider has beside the contract, for tools.
    private static readonly string[] OfTools = ["/health", "/openapi.json", "/_pact/provider-states"];

    private readonly Lock _noting = new();
    private readonly List<ExpectedCall> _expected = [];
    private readonly List<string> _mismatches = [];
    private readonly List<Interaction> _used = [];

    /// <summary>Sentences: what was not as the contract says, then what was expected and did not come.</summary>
    public IReadOnlyList<string> Mismatches
    {
        get
        {
            lock (_noting)
            {
                var unused = _expected.Where(e => !e.IsUsed).Select(e => $"Expected and never sent: {e.Description}.");
                return [.. _mismatches, .. unused];
            }
        }
    }

    public IReadOnlyList<Interaction> Used
    {
        get
        {
            lock (_noting)
            {
                return [.. _used];
            }
        }
    }

    public void Add(ExpectedCall expected)
    {
        lock (_noting)
        {
            _expected.Add(expected);
        }
    }

    public async Task HandleAsync(HttpContext context, RequestDelegate provider)
    {
        var request = await ReadAsync(context);
        if (OfTools.Contains(request.Path))
        {
            await provider(context);
            return;
        }

        var operation = contract.Find(request.Method, request.Path);
        var expected = operation is null ? null : Take(operation, request);
        var answer = await AnswerAsync(context, expected, provider);
        if (operation is null)
        {
            Note($"{request.Method} {request.Path}: the contract has no such operation.");
            return;
        }

        Note(
            new ObservedCall(
                operation,
                request,
                context.Response.StatusCode,
                context.Response.ContentType,
                answer,
                expected
            )
        );
    }

    private static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        return ReceivedRequests.Of(context, body.ToArray());
    }

    // The answer reaches the consumer and is noted as well.
    private static async Task<ReadOnlyMemory<byte>> AnswerAsync(
        HttpContext context,
        ExpectedCall? expected,
        RequestDelegate provider
    )
    {
        var outside = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var inside = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(inside));
        if (expected?.Status is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = expected.Answer is null ? null : "application/json";
            await inside.WriteAsync(
                expected.Answer is { } body ? JsonSerializer.SerializeToUtf8Bytes(body) : default(ReadOnlyMemory<byte>)
            );
        }
        else
        {
            await provider(context);
            await context.Response.BodyWriter.FlushAsync();
        }

        context.Features.Set(outside);
        var bytes = inside.ToArray();
        await outside.Stream.WriteAsync(bytes, context.RequestAborted);
        return bytes;
    }

    private ExpectedCall? Take(Operation operation, ReceivedRequest request)
    {
        lock (_noting)
        {
            var body = BodyMatcher.Parse(request.Body ?? default);
            var open = _expected.Where(e => !e.IsUsed && e.IsOf(operation)).ToList();
            var found = open.Find(e => e.Body is not { } wanted || BodyMembers.Difference(wanted, body) is null);
            if (found is not null)
            {
                found.IsUsed = true;
            }
            else if (open.Count > 0)
            {
                _mismatches.AddRange(
                    open.Select(e =>
                        $"{operation.Name} is not the expected '{e.Description}': "
                        + $"{BodyMembers.Difference(e.Body!.Value, body)}."
                    )
                );
            }

            return found;
        }
    }

    private void Note(ObservedCall call)
    {
        var made = new UsedInteraction(contract, call);
        var mayBeRefused = call.Expected is { MayBeRefused: true };
        lock (_noting)
        {
            if (call.IsAccepted == mayBeRefused)
            {
                _mismatches.AddRange(MismatchSentences.Of(call, made.Broken));
            }
            else
            {
                _used.Add(made.Make());
            }
        }
    }

    private void Note(string sentence)
    {
        lock (_noting)
        {
            _mismatches.Add(sentence);
        }
    }
}
