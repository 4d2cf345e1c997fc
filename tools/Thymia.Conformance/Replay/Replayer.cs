using System.Net;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Replay;

/// <summary>
/// Sends requests to one provider over pooled connections. Follows no redirect, keeps no cookie, adds nothing to a
/// request but the key, and turns whatever goes wrong on the network into a failed exchange.
/// </summary>
public sealed class Replayer : IAsyncDisposable
{
    // How long a stopped run waits for the answers to requests that may have created or deleted something.
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(1);

    // Servers end idle connections after 2 s (gunicorn) or 5 s (uvicorn, Node.js), perhaps just when one is used again.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    private readonly ReplayOptions _options;
    private readonly TimeProvider _time;
    private readonly RequestWriter _writer;
    private readonly CertificateCheck _certificates;
    private readonly CallBudget _budget;
    private readonly Pace _pace;
    private readonly BackOff _backOff;
    private readonly Connections _connections;
    private int _sent;

    // Set once a kept connection ended without an answer: then nothing that cannot be sent again relies on one.
    private volatile bool _keptAreDoubtful;

    public Replayer(ReplayOptions options, TimeProvider? time = null)
    {
        _options = options;
        _time = time ?? TimeProvider.System;
        Gate = new SendingGate(options);
        _budget = new CallBudget(
            options.CallLimit == int.MaxValue ? int.MaxValue : Math.Max(0, options.CallLimit - options.CreatedBefore)
        );
        _writer = new RequestWriter(options);
        _certificates = new CertificateCheck(options.BaseUrl.Host, options.Authorities);
        _pace = new Pace(options.Rate, _time);
        _backOff = new BackOff(options.Seed, _time, options.ReadyWithin);
        _connections = new Connections(options.Handler ?? (() => Handler(options, _certificates)));
    }

    /// <summary>What may go to the provider at all.</summary>
    public SendingGate Gate { get; }

    /// <summary>How many requests have been sent, each repetition included.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>How many calls have been created, or may have been.</summary>
    public int Created => _budget.Created;

    /// <summary>
    /// As <see cref="SendAsync(CaseRequest, Stake, CancellationToken)"/>, where nothing is known of the request.
    /// </summary>
    public Task<Exchange> SendAsync(CaseRequest request, CancellationToken cancellation = default) =>
        SendAsync(request, Stake.Unknown, cancellation);

    /// <summary>
    /// One request and its answer, judged by nobody yet. What must not go there, and what might create a call too many,
    /// is withheld. Waits for its turn; sends again only where nothing can have come of the request: nobody listened
    /// (yet), or the provider said 429.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; nothing else
    /// throws.</exception>
    public async Task<Exchange> SendAsync(CaseRequest request, Stake stake, CancellationToken cancellation = default)
    {
        if (!stake.IsFree && Gate.ReasonToWithhold(request) is { } reason)
        {
            return Withheld(request, reason);
        }

        if (stake.IsFree || Methods.IsSafe(request.Method) || Gate.ChangesOwn(request))
        {
            return await SendPatientlyAsync(request, cancellation);
        }

        if (stake.IsSureToBeAccepted && _budget.IsLimited)
        {
            return Withheld(request, "the provider is known to accept it, and a call would be spent on a known answer");
        }

        var permit = await _budget.TakeAsync(stake, cancellation);
        return permit == Permit.Denied
            ? Withheld(request, _options.NoMoreCalls)
            : await SendPermittedAsync(request, stake, permit, cancellation);
    }

    private async Task<Exchange> SendPermittedAsync(
        CaseRequest request,
        Stake stake,
        Permit permit,
        CancellationToken cancellation
    )
    {
        var (created, refused) = (true, false);
        try
        {
            stake.OnPermitted?.Invoke();
            var exchange = await SendPatientlyAsync(request, cancellation);
            (created, refused) = (Outcomes.MayHaveCreated(exchange, stake), Outcomes.IsRefusal(exchange));
            Gate.Learn(exchange);
            return exchange;
        }
        finally
        {
            _budget.Return(permit, stake, created, refused);
        }
    }

    private async Task<Exchange> SendPatientlyAsync(CaseRequest request, CancellationToken cancellation)
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
            if (IsLost(exchange) && Methods.IsSafe(request.Method))
            {
                // A kept connection that ended before an answer says nothing of the request; the next one is new.
                await _pace.TurnAsync(cancellation);
                var second = await SendOnceAsync(request, cancellation);
                exchange = IsLost(second) ? second with { Retries = 1 } : second;
            }

            throttled += BackOff.AsksForPatience(exchange) ? 1 : 0;
            var (pause, again) = _backOff.After(exchange, retries);
            _pace.Pause(pause);
            if (!again)
            {
                return retries + throttled == 0 ? exchange : exchange with { Retries = retries, Throttled = throttled };
            }
        }
    }

    private Exchange Withheld(CaseRequest request, string reason) => Unsent(request, reason) with { Withheld = reason };

    private Exchange Unsent(CaseRequest request, string reason) =>
        new()
        {
            Request = request,
            Failure = reason,
            Unreachable = true,
            SentAt = _time.GetUtcNow(),
            Duration = TimeSpan.Zero,
        };

    public ValueTask DisposeAsync()
    {
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    // The one place where the network may fail: every cause becomes a clause, none ends the run.
    private async Task<Exchange> SendOnceAsync(CaseRequest request, CancellationToken cancellation)
    {
        if (
            _options.Tokens is { } tokens
            && await tokens.ObstacleAsync(request.Credentials, _time, cancellation) is { } obstacle
        )
        {
            return Unsent(request, obstacle);
        }

        using var timeOut = new CancellationTokenSource(_options.FirstTimeOut, _time);
        await using var registration = cancellation.UnsafeRegister(_ => End(timeOut, request), null);
        var sent = new Sending(request, _time.GetUtcNow(), _time.GetTimestamp());
        var headRead = false;
        var sendable = _writer.TryWrite(request, out var message, out var problem);
        using var disposable = message;
        if (!sendable)
        {
            return Failed(sent, new Failure(problem));
        }

        Interlocked.Increment(ref _sent);
        var pool = _keptAreDoubtful && !Methods.IsSafe(request.Method) ? _connections.TakeNew() : _connections.Take();
        try
        {
            using var response = await pool.Invoker.SendAsync(message, timeOut.Token);
            headRead = true;
            pool.HasAnswered = true;
            GrantTheRest(timeOut, sent.Start);
            if (cancellation.IsCancellationRequested)
            {
                End(timeOut, request);
            }

            if (Statuses.IsServerError((int)response.StatusCode))
            {
                _connections.Renew(pool);
            }

            return
                await BodyReader.ReadAsync(response.Content, _options.MaxBodyBytes, timeOut.Token) is { } body
                && Decoded(ResponseReader.Read(response, body)) is { } answer
                ? Answered(sent, answer)
                : Failed(sent, Failure.TooLarge(_options.MaxBodyBytes));
        }
        catch (Exception e)
        {
            if (cancellation.IsCancellationRequested)
            {
                throw new InterruptedSendingException(Failed(sent, Failure.Stopped), cancellation);
            }

            _connections.Renew(pool);
            if (timeOut.IsCancellationRequested)
            {
                return Failed(sent, Failure.TimedOut(_options, headRead));
            }

            var failure = Failure.Of(e, _options, _certificates.Problem);

            // Another request's answer may have left the connection that this one was given, even while it waited.
            if (!pool.HasAnswered || headRead || !failure.IsEnd)
            {
                return Failed(sent, failure);
            }

            _keptAreDoubtful = true;
            return Failed(sent, failure) with { IsPerhapsUnread = true };
        }
        finally
        {
            _connections.Return(pool);
        }
    }

    // Neither a time-out nor a connection that never came about.
    private static bool IsLost(Exchange exchange) =>
        exchange is { Answer: null, Withheld: null, Unreachable: false, TimedOut: false };

    private Exchange Answered(Sending sent, Answer answer) =>
        new()
        {
            Request = sent.Request,
            Answer = answer,
            SentAt = sent.At,
            Duration = _time.GetElapsedTime(sent.Start),
        };

    private Exchange Failed(Sending sent, Failure failure) =>
        new()
        {
            Request = sent.Request,
            Failure = failure.Clause,
            Unreachable = failure.Unreachable,
            Refused = failure.Refused,
            TimedOut = failure.IsTimeOut,
            SentAt = sent.At,
            Duration = _time.GetElapsedTime(sent.Start),
        };

    // Once the run is stopped: what creates and changes nothing ends at once.
    private static void End(CancellationTokenSource timeOut, CaseRequest request)
    {
        if (Methods.IsSafe(request.Method))
        {
            timeOut.Cancel();
        }
        else
        {
            timeOut.CancelAfter(LastAnswers);
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

    private static SocketsHttpHandler Handler(ReplayOptions options, CertificateCheck certificates)
    {
        var handler = Transport.To(options.BaseUrl);
        handler.AutomaticDecompression = options.Decompresses ? DecompressionMethods.All : DecompressionMethods.None;
        handler.ConnectTimeout = options.ConnectTimeOut;
        handler.MaxConnectionsPerServer = options.Concurrency;
        handler.MaxResponseHeadersLength = options.MaxHeaderKibibytes;
        handler.MaxResponseDrainSize = 0;
        handler.PooledConnectionIdleTimeout = Idle;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        handler.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8;
        handler.SslOptions.RemoteCertificateValidationCallback = certificates.Accept;
        return handler;
    }

    // Whoever hands answers on leaves their codings to whom it hands them to.
    private Answer? Decoded(Answer answer) =>
        _options.Decompresses ? ContentCodings.Decoded(answer, _options.MaxBodyBytes) : answer;

    /// <summary>A request on its way.</summary>
    /// <param name="Start">A timestamp of the time provider.</param>
    private readonly record struct Sending(CaseRequest Request, DateTimeOffset At, long Start);
}
