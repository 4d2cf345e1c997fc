using Microsoft.AspNetCore.Http;
using Thymia.Provider.Calls;
using Thymia.Provider.Defects;
using Thymia.Provider.Defects.Kept;
using Thymia.Provider.Kept;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Http;

/// <summary>Takes every request of the provider to its handler and writes the answer, as FastAPI would.</summary>
internal sealed class Router(ProviderOptions options, IReadOnlyList<Defect> defects)
{
    private const string CallsPath = "/v1/calls";
    private const string StorePath = "/__provider/calls";
    private const int Ok = 200;

    private readonly CallHandler _calls = new(options, defects);
    private readonly KeptCallHandler _kept = new(
        options,
        BodyRules.For(options.Mode),
        [new KeptSteps(), .. defects.OfType<KeptDefect>().Select(d => d.Steps)]
    );

    private long _requests;

    /// <summary>
    /// Any failure of ours is a plain 500, so that one bad request never costs its neighbours their connection.
    /// </summary>
    public async Task HandleAsync(HttpContext context)
    {
        var start = options.TimeProvider.GetTimestamp();
        Answer answer;
        try
        {
            if (options.Latency > TimeSpan.Zero)
            {
                await Task.Delay(options.Latency, options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
            }

            answer = await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            answer = Answer.Detail(refused.StatusCode, "There was an error reading the request");
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            answer = Answer.ServerError();
        }

        await AnswerWriter.WriteAsync(context, answer).ConfigureAwait(false);
        options.OnAnswered?.Invoke(
            new AnsweredRequest(
                context.Request.Method,
                context.Request.Path.Value ?? "/",
                answer.Status,
                options.TimeProvider.GetElapsedTime(start)
            )
        );
    }

    private async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "/");
        foreach (var defect in defects)
        {
            if (defect.Route(method, path) is { } answer)
            {
                return answer;
            }
        }

        if (options.KeepsCalls && KeptRouter.AllowOf(path) is { } allow && (path, method) is not (CallsPath, "POST"))
        {
            return allow.Split(", ").Contains(method)
                ? _kept.Handle(KeptRouter.Read(context, path, await ReadAsync(context).ConfigureAwait(false)))
                : NotAllowed(allow);
        }

        return path switch
        {
            StorePath when options.KeepsCalls => Store(context.Request),
            CallsPath => method == "POST" ? await CallAsync(context).ConfigureAwait(false) : NotAllowed("POST"),
            "/health" => method == "GET" ? Answer.Of(200, """{"status":"ok"}""") : NotAllowed("GET"),
            "/openapi.json" => method == "GET"
                ? new Answer(200, ContractDocument.Json(options.KeepsCalls))
                : NotAllowed("GET"),
            ReferenceProvider.StatesPath => method == "POST"
                ? await SetUpAsync(context).ConfigureAwait(false)
                : NotAllowed("POST"),
            CallsPath + "/" when options.Mode != ProviderMode.Strict => WithoutSlash(context.Request.Host.Value),
            _ => Answer.Detail(404, "Not Found"),
        };
    }

    // For tests and people at the provider's side; no operation of the contract.
    private Answer Store(HttpRequest request) =>
        request.Method is not ("GET" or "DELETE") ? NotAllowed("GET, DELETE")
        : !_kept.IsKnown(request.Headers["x-api-key"]) ? Answer.Detail(401, "Invalid API key")
        : request.Method == "GET" ? _kept.All()
        : _kept.Forget();

    // What a state demands beyond a call that exists is so at any time.
    private async ValueTask<Answer> SetUpAsync(HttpContext context)
    {
        var request = await ReadAsync(context).ConfigureAwait(false);
        if (options.KeepsCalls && request.TextAt("params.callId") is { } id && Guid.TryParseExact(id, "D", out _))
        {
            _kept.Ensure(id);
        }

        return Answer.Of(200, "{}");
    }

    /// <summary>FastAPI sends a path with a slash too many to the one without.</summary>
    private static Answer WithoutSlash(string? host) =>
        new(307, default, ContentType: null) { Header = ("Location", $"http://{host}{CallsPath}") };

    private static Answer NotAllowed(string allow) =>
        Answer.Detail(405, "Method Not Allowed") with
        {
            Header = ("Allow", allow),
        };

    private async ValueTask<Answer> CallAsync(HttpContext context)
    {
        var request = await ReadAsync(context).ConfigureAwait(false);
        var answer = _calls.Handle(request);
        foreach (var defect in defects)
        {
            answer = await defect
                .HoldAsync(request, answer, options.TimeProvider, context.RequestAborted)
                .ConfigureAwait(false);
        }

        if (options.KeepsCalls && answer.Status == Ok)
        {
            _kept.Keep(request, answer.Body);
        }

        return answer;
    }

    private async ValueTask<CallRequest> ReadAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        return _calls.Parsed(
            new CallRequest
            {
                Number = Interlocked.Increment(ref _requests),
                Key = headers.TryGetValue("x-api-key", out var keys) ? keys[0] ?? "" : null,
                ContentType = headers.ContentType is [var first, ..] ? first : null,
                Headers =
                    defects.Count == 0 ? [] : [.. headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))],
                Body = await BodyReader.ReadAsync(context.Request).ConfigureAwait(false),
            }
        );
    }
}
