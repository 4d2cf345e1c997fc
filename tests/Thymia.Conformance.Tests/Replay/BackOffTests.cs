using System.Net;
using System.Net.Sockets;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class BackOffTests
{
    private const string Fine = "{}";

    private static readonly CaseRequest Request = new()
    {
        Method = "POST",
        Target = "/v1/calls",
        ContentType = "application/json",
        Body = "{}"u8.ToArray(),
    };

    private readonly JumpingTime _time = new(TimeSpan.FromMinutes(5));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("7")]
    [InlineData("Thu, 01 Jan 2026 10:00:07 GMT")]
    public async Task Waits_as_long_as_the_provider_asks_and_sends_again(string retryAfter)
    {
        await using var server = Answering(Later(429, retryAfter), RawServer.Json(200, Fine));

        var exchange = (await SendAsync(server, 1))[0];

        Assert.Equal(200, exchange.Answer!.Status);
        Assert.Equal((1, 1), (exchange.Retries, exchange.Throttled));
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task Waits_longer_each_time_where_the_provider_does_not_say_how_long()
    {
        await using var server = Answering([.. Enumerable.Repeat(Later(429, null), 4), RawServer.Json(200, Fine)]);

        var exchange = (await SendAsync(server, 1))[0];

        Assert.Equal(4, exchange.Retries);
        Assert.Equal(4, _time.Waits.Count);
        Assert.All(_time.Waits.Zip([250, 500, 1000, 2000]), w =>
            Assert.InRange(w.First.TotalMilliseconds, w.Second, w.Second * 1.5)
        );
    }

    [Fact]
    public async Task Waits_for_the_same_times_with_the_same_seed_and_others_with_another()
    {
        Assert.Equal(await WaitsAsync(1), await WaitsAsync(1));
        Assert.NotEqual(await WaitsAsync(1), await WaitsAsync(2));
    }

    [Fact]
    public async Task Never_sends_again_what_got_503_but_keeps_the_others_waiting()
    {
        await using var server = Answering(Later(503, "9"), RawServer.Json(200, Fine));

        var exchanges = await SendAsync(server, 2);

        Assert.Equal([503, 200], exchanges.Select(e => e.Answer!.Status));
        Assert.Equal([0, 0], exchanges.Select(e => e.Retries));
        Assert.Equal([TimeSpan.FromSeconds(9)], _time.Waits);
    }

    [Fact]
    public async Task Gives_in_to_429_for_ever_and_sends_nothing_more()
    {
        await using var server = Answering(Later(429, "1"));

        var exchanges = await SendAsync(server, 6);

        Assert.Equal([429, 429, 429], exchanges.Take(3).Select(e => e.Answer!.Status));
        Assert.All(exchanges.Skip(3), e =>
            Assert.Equal("the provider goes on limiting the rate of requests (status 429)", e.Failure)
        );
        Assert.Equal(15, server.Requests.Count);
    }

    [Fact]
    public async Task Leaves_a_provider_alone_that_asks_for_an_hour()
    {
        await using var server = Answering(Later(429, "3600"));

        var exchanges = await SendAsync(server, 3);

        Assert.Single(server.Requests);
        Assert.Equal(
            "the provider asked to be left alone until 2026-01-01 11:00:00 UTC (Retry-After)",
            exchanges[2].Failure
        );
    }

    [Fact]
    public async Task Never_sends_again_what_was_not_answered()
    {
        await using var server = Answering("");

        var exchange = (await SendAsync(server, 1))[0];

        Assert.NotNull(exchange.Failure);
        Assert.Equal(0, exchange.Retries);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Tries_again_where_a_provider_that_has_answered_refuses_connections()
    {
        var server = Answering(RawServer.Json(200, Fine));
        var port = server.Url.Port;
        await using var replayer = Replayer(server.Url, 1);
        await replayer.SendAsync(Request, Token);
        await server.DisposeAsync();

        var exchange = await replayer.SendAsync(Request, Token);

        Assert.Equal($"connection refused by 127.0.0.1:{port}", exchange.Failure);
        Assert.Equal(4, exchange.Retries);
    }

    [Fact]
    public async Task Reports_a_refusal_at_once_where_nobody_has_ever_answered()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        await using var replayer = Replayer(url, 1);

        Assert.Equal(0, (await replayer.SendAsync(Request, Token)).Retries);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Gives_a_provider_that_refuses_connections_time_to_get_ready()
    {
        var late = Answering(RawServer.Json(200, Fine));
        await late.DisposeAsync();
        await using var replayer = new Replayer(
            RawServer.Patient(late.Url) with
            {
                TimeOut = TimeSpan.FromMinutes(10),
                ReadyWithin = TimeSpan.FromSeconds(2),
            },
            _time
        );

        var first = await replayer.SendAsync(Request, Token);
        var second = await replayer.SendAsync(Request, Token);

        Assert.Equal(($"connection refused by 127.0.0.1:{late.Url.Port}", 8), (first.Failure, first.Retries));
        Assert.Equal(2, _time.Waits.Sum(w => w.TotalSeconds));
        Assert.Equal(0, second.Retries);
    }

    private static async Task<IReadOnlyList<TimeSpan>> WaitsAsync(ulong seed)
    {
        var tests = new BackOffTests();
        await using var server = Answering(Later(429, null), Later(429, null), RawServer.Json(200, Fine));
        await tests.SendAsync(server, 1, seed);
        return tests._time.Waits;
    }

    private async Task<List<Exchange>> SendAsync(RawServer server, int times, ulong seed = 1)
    {
        await using var replayer = Replayer(server.Url, seed);
        var exchanges = new List<Exchange>();
        for (var i = 0; i < times; i++)
        {
            exchanges.Add(await replayer.SendAsync(Request, Token));
        }

        return exchanges;
    }

    private Replayer Replayer(Uri url, ulong seed) =>
        new(RawServer.Patient(url) with { TimeOut = TimeSpan.FromMinutes(10), Seed = new Seed(seed) }, _time);

    private static string Later(int status, string? retryAfter) =>
        $"HTTP/1.1 {status} X\r\n"
        + (retryAfter is null ? "" : $"Retry-After: {retryAfter}\r\n")
        + "Connection: close\r\nContent-Length: 0\r\n\r\n";

    // One answer after the other, the last for ever.
    private static RawServer Answering(params string[] answers)
    {
        var next = -1;
        return RawServer.Doing(
            async (stream, stop) =>
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]),
                    stop
                )
        );
    }
}
