using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>
/// A loopback server that reads one request's head and declared body, then does whatever a test wants.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private bool _isDisposed;
    private X509Certificate2? _certificate;

    private RawServer(Func<string, Stream, CancellationToken, Task> answer, int port = 0)
    {
        _answer = answer;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Options without time-outs, so that a busy machine fails no test.</summary>
    public static ReplayOptions Patient(Uri url) => new() { BaseUrl = url, ConnectTimeOut = TimeSpan.FromMinutes(10) };

    /// <summary>Head and body of each request as received, Latin-1.</summary>
    public List<string> Requests { get; } = [];

    public static RawServer Answering(string text) =>
        new(async (_, stream, stop) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop));

    /// <summary>Speaks TLS with that certificate, and gives one answer.</summary>
    public static RawServer Tls(X509Certificate2 certificate, string answer) =>
        new(async (_, stream, stop) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), stop))
        {
            _certificate = certificate,
        };

    /// <param name="port">Where another has listened before; 0 for a free one.</param>
    public static RawServer Doing(Func<Stream, CancellationToken, Task> answer, int port = 0) =>
        new((_, stream, stop) => answer(stream, stop), port);

    /// <param name="answer">Is also given the request as received, Latin-1.</param>
    public static RawServer Doing(Func<string, Stream, CancellationToken, Task> answer) => new(answer);

    /// <summary>Refuses connections from now on; those that are open go on.</summary>
    public void StopListening() => _listener.Stop();

    /// <summary>A well-formed JSON answer that closes the connection.</summary>
    public static string Json(int status, string body) =>
        $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public ValueTask DisposeAsync() => DisposeAsync(settle: false);

    /// <param name="settle">Whether open connections may come to their end by themselves first.</param>
    public async ValueTask DisposeAsync(bool settle)
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (settle)
        {
            await ServedAsync();
        }

        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await ServedAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private Task ServedAsync()
    {
        lock (_connections)
        {
            return Task.WhenAll(_connections);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);

                // Known before its first byte is read, so that whoever has got an answer can wait for its connection.
                var connection = new Task<Task>(() => ServeAsync(client));
                lock (_connections)
                {
                    _connections.Add(connection.Unwrap());
                }

                connection.Start(TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = await SecuredAsync(client.GetStream());
                var request = await ReadRequestAsync(stream);
                lock (Requests)
                {
                    Requests.Add(request);
                }

                await _answer(request, stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or AuthenticationException)
            {
                // The other side has gone, or the test is over.
            }
        }
    }

    private async Task<Stream> SecuredAsync(Stream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate },
            _stop.Token
        );
        return secured;
    }

    private async Task<string> ReadRequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[16_384];
        int? whole = null;
        while (!(text.Length >= whole) && await stream.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            whole ??= WholeLength(text.ToString());
        }

        return text.ToString();
    }

    // Null until the head has come; bodies of megabytes are not looked at.
    private static int? WholeLength(string request)
    {
        if (request is ['\x16', ..])
        {
            // A TLS handshake, which this server does not understand.
            return 0;
        }

        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var length = request[..end]
            .Split("\r\n")
            .FirstOrDefault(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return end + 4 + (length is null ? 0 : int.Parse(length[16..], null));
    }
}
