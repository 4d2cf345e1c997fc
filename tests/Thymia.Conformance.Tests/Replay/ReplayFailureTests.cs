using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class ReplayFailureTests
{
    private static readonly CaseRequest Request = new()
    {
        Method = "POST",
        Target = "/v1/calls",
        ContentType = "application/json",
        Body = "{}"u8.ToArray(),
    };

    [Fact]
    public async Task Reports_a_refused_connection_as_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var exchange = await SendAsync(new Uri($"http://127.0.0.1:{port}"));

        Assert.Equal($"connection refused by 127.0.0.1:{port}", exchange.Failure);
        Assert.True(exchange.Unreachable);
    }

    [Fact]
    public async Task Reports_a_server_that_speaks_no_tls_as_unreachable()
    {
        await using var server = RawServer.Answering("HTTP/1.1 400 X\r\n\r\n");

        var exchange = await SendAsync(new Uri($"https://127.0.0.1:{server.Url.Port}"));

        Assert.StartsWith(
            $"no TLS connection with 127.0.0.1:{server.Url.Port}",
            exchange.Failure,
            StringComparison.Ordinal
        );
        Assert.True(exchange.Unreachable);
    }

    [Theory]
    [InlineData("", "the connection was closed before a whole answer came")]
    [InlineData("HTTP/1.1 200 X\r\nContent-Le", "the connection was closed before a whole answer came")]
    [InlineData(
        "HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhi",
        "the connection was closed before a whole answer came"
    )]
    [InlineData("SSH-2.0-example\r\n\r\n", "what was answered is not HTTP")]
    [InlineData(
        "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "the answer's body is not framed as HTTP"
    )]
    [InlineData(
        "HTTP/1.1 200 X\r\nContent-Length: 4194305\r\n\r\n",
        "the answer's body is larger than 4,194,304 bytes"
    )]
    [InlineData(
        "HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnone",
        "the answer's compression is broken"
    )]
    public async Task Says_what_is_wrong_with_an_unreadable_answer(string answer, string failure)
    {
        await using var server = RawServer.Answering(answer);

        var exchange = await SendAsync(server.Url);

        Assert.Equal(failure, exchange.Failure);
        Assert.Null(exchange.Answer);
        Assert.False(exchange.Unreachable);
    }

    [Fact]
    public async Task Stops_reading_headers_at_their_limit()
    {
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 X\r\n"u8.ToArray(), stop);
                while (true)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-Long: {new string('x', 1000)}\r\n"), stop);
                }
            }
        );

        Assert.Equal("the answer's headers are larger than 64 KiB", (await SendAsync(server.Url)).Failure);
    }

    [Fact]
    public async Task Stops_reading_a_compressed_body_at_the_limit_of_what_it_unpacks_to()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[8 * 1024 * 1024], TestContext.Current.CancellationToken);
        }

        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"
                    ),
                    stop
                );
                await stream.WriteAsync(bomb.ToArray(), stop);
            }
        );

        Assert.Equal("the answer's body is larger than 4,194,304 bytes", (await SendAsync(server.Url)).Failure);
    }

    // So many bytes cannot all wait in the sockets: once they are sent, the head has been read.
    [Theory]
    [InlineData(0, "timed out after 30 s, waiting for an answer")]
    [InlineData(64 * 1024 * 1024, "timed out after 30 s, with the body not yet whole")]
    public async Task Reports_silence_as_a_time_out(int sent, string failure)
    {
        var time = new HeldTime();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                if (sent > 0)
                {
                    await stream.WriteAsync(
                        Encoding.ASCII.GetBytes($"HTTP/1.1 200 X\r\nContent-Length: {sent + 1}\r\n\r\n"),
                        stop
                    );
                    await stream.WriteAsync(new byte[sent], stop);
                }

                time.GoOff();
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        await using var replayer = new Replayer(
            RawServer.Patient(server.Url) with
            {
                MaxBodyBytes = 128 * 1024 * 1024,
            },
            time
        );

        var exchange = await replayer.SendAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(failure, exchange.Failure);
    }

    [Theory]
    [InlineData(0, "timed out after 5 s, waiting for an answer")]
    [InlineData(64 * 1024 * 1024, "timed out after 30 s, with the body not yet whole")]
    public async Task Has_a_time_of_its_own_for_the_head_of_an_answer(int sent, string failure)
    {
        var time = new HeldTime();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                foreach (var letter in "HTTP/1.1 200 X\r\nContent-Le"u8.ToArray())
                {
                    await stream.WriteAsync(new[] { letter }, stop);
                }

                if (sent > 0)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"ngth: {sent + 1}\r\n\r\n"), stop);
                    await stream.WriteAsync(new byte[sent], stop);
                }

                time.GoOff();
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        await using var replayer = new Replayer(
            RawServer.Patient(server.Url) with
            {
                MaxBodyBytes = 128 * 1024 * 1024,
                HeadTimeOut = TimeSpan.FromSeconds(5),
            },
            time
        );

        var exchange = await replayer.SendAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(failure, exchange.Failure);
        Assert.True(exchange.TimedOut);
        Assert.Equal(sent > 0, time.Changes.Any(c => c > TimeSpan.FromSeconds(5) && c <= TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Waits_no_longer_for_a_body_because_a_byte_of_it_comes_now_and_then()
    {
        var time = new HeldTime();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 X\r\nContent-Length: 1000000\r\n\r\n"u8.ToArray(), stop);
                while (!time.Changes.Any())
                {
                    await Task.Yield();
                }

                for (var i = 0; ; i++)
                {
                    await stream.WriteAsync(new byte[1], stop);
                    if (i == 20)
                    {
                        time.GoOff();
                    }
                }
            }
        );
        await using var replayer = new Replayer(
            RawServer.Patient(server.Url) with
            {
                HeadTimeOut = TimeSpan.FromSeconds(5),
            },
            time
        );

        var exchange = await replayer.SendAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("timed out after 30 s, with the body not yet whole", exchange.Failure);
        Assert.Single(time.Changes);
    }

    [Fact]
    public async Task Throws_at_once_when_the_caller_cancels_what_creates_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = RawServer.Doing(
            async (_, stop) =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url), new HeldTime());
        var request = new CaseRequest { Method = "GET", Target = "/v1/calls/1" };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replayer.SendAsync(request, cancel.Token));
    }

    [Fact]
    public async Task Takes_the_answer_to_what_may_have_created_something_when_the_caller_has_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await cancel.CancelAsync();
                await stream.WriteAsync("HTTP/1.1 201 X\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url), new HeldTime());

        Assert.Equal(201, (await replayer.SendAsync(Request, cancel.Token)).Answer?.Status);
    }

    [Fact]
    public async Task Hands_over_what_is_in_doubt_where_no_answer_comes_in_time_after_the_caller_has_cancelled()
    {
        var time = new HeldTime();
        using var cancel = new CancellationTokenSource();
        await using var server = RawServer.Doing(
            async (_, stop) =>
            {
                await cancel.CancelAsync();
                time.GoOff();
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url), time);

        var interrupted = await Assert.ThrowsAsync<InterruptedSendingException>(() =>
            replayer.SendAsync(Request, cancel.Token)
        );

        Assert.Contains(TimeSpan.FromSeconds(1), time.Changes);
        Assert.Equal("the run was stopped before an answer came", interrupted.Exchange.Failure);
    }

    [Fact]
    public async Task Reports_a_header_that_cannot_be_sent()
    {
        await using var replayer = new Replayer(new ReplayOptions { BaseUrl = new Uri("http://localhost:1") });

        var exchange = await replayer.SendAsync(
            Request with
            {
                Headers = [new("no token", "x")],
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("the header 'no token' cannot be sent as written", exchange.Failure);
    }

    private static async Task<Exchange> SendAsync(Uri url)
    {
        await using var replayer = new Replayer(RawServer.Patient(url), new HeldTime());
        return await replayer.SendAsync(Request, TestContext.Current.CancellationToken);
    }
}
