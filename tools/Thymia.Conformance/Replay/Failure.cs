using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Thymia.Conformance.Replay;

/// <summary>Why there is no answer; the default says that there is one.</summary>
/// <param name="Clause">For people, without closing full stop; free of anything the request carried.</param>
/// <param name="Unreachable">Not even a connection came about.</param>
internal readonly record struct Failure(string? Clause, bool Unreachable = false)
{
    /// <summary>Nobody listens at the port.</summary>
    public bool Refused { get; init; }

    /// <summary>The answer was not whole in time.</summary>
    public bool IsTimeOut { get; init; }

    /// <summary>The connection ended.</summary>
    public bool IsEnd { get; init; }

    public static Failure Of(Exception error, ReplayOptions options, string? certificateProblem) =>
        error switch
        {
            InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" } => new(
                "the answer's compression is broken"
            ),
            OperationCanceledException => new($"no connection within {Seconds(options.ConnectTimeOut)}", true),
            HttpRequestException { HttpRequestError: var kind } when IsBeforeConnection(kind) => new(
                BeforeConnection(kind, error, options.BaseUrl, certificateProblem),
                true
            )
            {
                Refused = Inner<SocketException>(error)?.SocketErrorCode == SocketError.ConnectionRefused,
            },
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(
                $"the answer's headers are larger than {options.MaxHeaderKibibytes} KiB"
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new(
                "what was answered is not HTTP"
            ),
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => new(
                "the answer's body is not framed as HTTP"
            ),
            _ => AfterConnection(error),
        };

    /// <summary>The run was stopped, and nothing was awaited any longer.</summary>
    public static Failure Stopped { get; } = new("the run was stopped before an answer came") { IsTimeOut = true };

    public static Failure TooLarge(int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the answer's body is larger than {limit:N0} bytes"));

    public static Failure TimedOut(ReplayOptions options, bool headRead)
    {
        var (after, phase) = headRead
            ? (options.TimeOut, "with the body not yet whole")
            : (options.FirstTimeOut, "waiting for an answer");
        return new Failure($"timed out after {Seconds(after)}, {phase}") { IsTimeOut = true };
    }

    private static bool IsBeforeConnection(HttpRequestError kind) =>
        kind
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    private static string BeforeConnection(HttpRequestError kind, Exception error, Uri url, string? certificateProblem)
    {
        var place = $"{url.Host}:{url.Port}";
        return kind switch
        {
            HttpRequestError.NameResolutionError => $"the host name '{url.Host}' is unknown",
            HttpRequestError.ProxyTunnelError => $"the proxy gives no way to {place}",
            HttpRequestError.SecureConnectionError => certificateProblem is null
                ? $"no TLS connection with {place}: {WithoutCertificate(error)}"
                : $"no TLS connection with {place}: {certificateProblem}",
            _ => Inner<SocketException>(error)?.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => $"connection refused by {place}",
                SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"no route to {place}",
                SocketError.TimedOut => $"{place} does not take the connection",
                var code => $"no connection with {place}{(code is null ? "" : $" ({code})")}",
            },
        };
    }

    private static string WithoutCertificate(Exception error) =>
        Inner<AuthenticationException>(error) is null ? "it does not answer in TLS" : "the handshake fails";

    private static Failure AfterConnection(Exception error)
    {
        if (Inner<SocketException>(error)?.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            return new("the connection was reset before a whole answer came") { IsEnd = true };
        }

        var kind = (error as HttpRequestException)?.HttpRequestError ?? Inner<HttpIOException>(error)?.HttpRequestError;
        return kind switch
        {
            HttpRequestError.ResponseEnded => new("the connection was closed before a whole answer came")
            {
                IsEnd = true,
            },
            HttpRequestError.HttpProtocolError => new("the answer breaks the rules of HTTP/2"),
            HttpRequestError.InvalidResponse => new("what was answered is not HTTP"),
            _ => new($"no answer could be read ({error.GetType().Name})"),
        };
    }

    private static T? Inner<T>(Exception? error)
        where T : Exception
    {
        while (error is not null and not T)
        {
            error = error.InnerException;
        }

        return (T?)error;
    }

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
