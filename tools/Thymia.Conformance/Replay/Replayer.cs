using System.Net;
using System.Text;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>
/// Sends requests to one provider over pooled connections. Follows no redirect, keeps no cookie, adds nothing to a
/// request but the key, and turns whatever goes wrong on the network into a failed exchange.
/// </summary>
public sealed class Replayer : IAsyncDisposable
{
    private readonly ReplayOptions _options;
    private readonly TimeProvider _time;
    private readonly RequestWriter _writer;
    private readonly CertificateCheck _certificates;
    private readonly Pace _pace;
    private readonly BackOff _backOff;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _invoker;

    public Replayer(ReplayOptions options, TimeProvider? time = null)
    {
        _options = options;
        _time = time ?? TimeProvider.System;
        _writer = new RequestWriter(options);
        _certificates = new CertificateCheck(options.BaseUrl.Host, options.Authorities);
        _pace = new Pace(options.Rate, _time);
        _backOff = new BackOff(options.Seed, _time, options.ReadyWithin);
        _handler = Handler(options, _certificates);
        _invoker = new HttpMessageInvoker(_handler, disposeHandler: false);
    }

    /// <summary>
    /// One request and its answer, judged by nobody yet. Waits for its turn; sends again only where nothing can have
    /// come of the request: nobody listened (yet), or the provider said 429.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; nothing else
    /// throws.</exception>
    public async Task<Exchange> SendAsync(CaseRequest request, CancellationToken cancellation = default)
    {
        var throttled = 0;
        for (var retries = 0; ; retries++)
        {
            if (_backOff.Closed is { } closed)
            {
                return Unsent(request, closed);
            }

            await _pace.TurnAsync(cancellation);
            var exchange = await SendOnceAsync(request, cancellation);
            throttled += BackOff.AsksForPatience(exchange) ? 1 : 0;
            var (pause, again) = _backOff.After(exchange, retries);
            _pace.Pause(pause);
            if (!again)
            {
                return exchange with { Retries = retries, Throttled = throttled };
            }
        }
    }

    private Exchange Unsent(CaseRequest request, string reason) => new()
    {
        Request = request, Failure = reason, Unreachable = true, SentAt = _time.GetUtcNow(), Duration = TimeSpan.Zero,
    };

    private async Task<Exchange> SendOnceAsync(CaseRequest request, CancellationToken cancellation)
    {
        using var timeOut = new CancellationTokenSource(_options.FirstTimeOut, _time);
        await using var registration = cancellation.UnsafeRegister(
            s => ((CancellationTokenSource)s!).Cancel(), timeOut);
        var sentAt = _time.GetUtcNow();
        var start = _time.GetTimestamp();
        var (answer, failure) = await TrySendAsync(request, timeOut, start, cancellation);
        return new Exchange
        {
            Request = request,
            Answer = answer,
            Failure = failure.Clause,
            Unreachable = failure.Unreachable,
            Refused = failure.Refused,
            TimedOut = failure.IsTimeOut,
            SentAt = sentAt,
            Duration = _time.GetElapsedTime(start),
        };
    }

    public ValueTask DisposeAsync()
    {
        _invoker.Dispose();
        _handler.Dispose();
        return ValueTask.CompletedTask;
    }

    // The one place where the network may fail: every cause becomes a clause, none ends the run.
    private async Task<(Answer? Answer, Failure Failure)> TrySendAsync(
        CaseRequest request, CancellationTokenSource timeOut, long start, CancellationToken cancellation)
    {
        var headRead = false;
        var sendable = _writer.TryWrite(request, out var message, out var problem);
        using var disposable = message;
        if (!sendable)
        {
            return (null, new Failure(problem));
        }

        try
        {
            using var response = await _invoker.SendAsync(message, timeOut.Token);
            headRead = true;
            GrantTheRest(timeOut, start);
            return await BodyReader.ReadAsync(response.Content, _options.MaxBodyBytes, timeOut.Token) is { } body
                ? (AnswerOf(response, body), default(Failure))
                : (null, Failure.TooLarge(_options.MaxBodyBytes));
        }
        catch (Exception e)
        {
            cancellation.ThrowIfCancellationRequested();
            return (null, timeOut.IsCancellationRequested
                ? Failure.TimedOut(_options, headRead)
                : Failure.Of(e, _options, _certificates.Problem));
        }
    }

    // The head came within its own time; the body may take what is left of the whole.
    private void GrantTheRest(CancellationTokenSource timeOut, long start)
    {
        if (_options.FirstTimeOut < _options.TimeOut)
        {
            var left = _options.TimeOut - _time.GetElapsedTime(start);
            timeOut.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    private static SocketsHttpHandler Handler(ReplayOptions options, CertificateCheck certificates) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !options.BaseUrl.IsLoopback,
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null,
        ConnectTimeout = options.ConnectTimeOut,
        MaxConnectionsPerServer = options.Concurrency,
        MaxResponseHeadersLength = options.MaxHeaderKibibytes,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        SslOptions = { RemoteCertificateValidationCallback = certificates.Accept },
    };

    private static Answer AnswerOf(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var headers = new List<KeyValuePair<string, string>>(8);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            foreach (var value in values)
            {
                headers.Add(new(name, value));
            }
        }

        return new Answer { Status = (int)response.StatusCode, Headers = headers, Body = body };
    }
}
