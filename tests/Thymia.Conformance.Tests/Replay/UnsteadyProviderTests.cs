using System.Text;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.OpenApi;
using Thymia.Conformance.Tests.Judging;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>Providers that go away, come back, or ask for patience while a run is under way.</summary>
public sealed class UnsteadyProviderTests
{
    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""));

    [Fact]
    public async Task Is_named_where_it_is_killed_within_a_run_which_comes_to_its_end()
    {
        RawServer? server = null;
        var answered = 0;
        server = RawServer.Doing(
            async (stream, stop) =>
            {
                if (++answered == 5)
                {
                    server!.StopListening();
                }

                await stream.WriteAsync(Bytes(Rejection), stop);
            }
        );
        await using var _ = server;

        var judged = await HostileRun.OfAsync(
            server.Url,
            Enumerable.Repeat(Sample.LowerCaseSex, 20),
            concurrency: 1,
            new JumpingTime(TimeSpan.FromMinutes(5))
        );

        Assert.Equal(20, judged.Count);
        Assert.All(judged.Take(5), j => Assert.IsType<Verdict.Passed>(j.Verdict));
        Assert.All(judged.Skip(5), j =>
            Assert.StartsWith(
                "connection refused by 127.0.0.1:",
                Assert.IsType<Verdict.Inconclusive>(j.Verdict).Reason,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Is_waited_for_where_it_is_started_again_within_a_run()
    {
        RawServer? second = null;
        var answered = 0;
        RawServer? first = null;
        first = RawServer.Doing(
            async (stream, stop) =>
            {
                if (++answered == 5)
                {
                    first!.StopListening();
                }

                await stream.WriteAsync(Bytes(Rejection), stop);
            }
        );
        await using var _ = first;
        var url = first.Url;
        var time = new JumpingTime(TimeSpan.FromMinutes(5))
        {
            Waiting = () =>
                second ??= RawServer.Doing(
                    async (stream, stop) => await stream.WriteAsync(Bytes(Rejection), stop),
                    url.Port
                ),
        };

        var judged = await HostileRun.OfAsync(url, Enumerable.Repeat(Sample.LowerCaseSex, 20), concurrency: 1, time);

        await second!.DisposeAsync();
        Assert.All(judged, j => Assert.IsType<Verdict.Passed>(j.Verdict));
        Assert.Equal((5, 15), (first.Requests.Count, second.Requests.Count));
        Assert.Equal(1, judged.Sum(j => j.Exchange!.Retries));
    }

    [Fact]
    public async Task Is_named_and_left_alone_where_it_limits_requests_for_ever()
    {
        await using var server = RawServer.Answering(
            "HTTP/1.1 429 X\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        );

        var judged = await HostileRun.OfAsync(
            server.Url,
            Enumerable.Repeat(Sample.LowerCaseSex, 50),
            concurrency: 1,
            new JumpingTime(TimeSpan.FromMinutes(5))
        );

        Assert.Equal(3, judged.Count);
        Assert.All(judged, j =>
            Assert.Contains(
                "(status 429)",
                Assert.IsType<Verdict.Inconclusive>(j.Verdict).Reason,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(15, server.Requests.Count);
    }

    [Fact]
    public async Task Is_named_where_it_is_unavailable_now_and_then_and_asked_once_each_time()
    {
        var count = 0;
        await using var server = RawServer.Doing(
            async (stream, stop) =>
                await stream.WriteAsync(
                    Bytes(
                        Interlocked.Increment(ref count) % 2 == 0
                            ? "HTTP/1.1 503 X\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                            : Rejection
                    ),
                    stop
                )
        );

        var judged = await HostileRun.OfAsync(
            server.Url,
            Enumerable.Repeat(Sample.LowerCaseSex, 20),
            concurrency: 1,
            new JumpingTime(TimeSpan.FromMinutes(5))
        );

        Assert.Equal(10, judged.Count(j => j.Verdict is Verdict.Passed));
        Assert.Equal(
            10,
            judged.Count(j =>
                j.Verdict
                    is Verdict.Inconclusive
                    {
                        Reason: "the provider is unavailable for a while (status 503 with Retry-After)"
                    }
            )
        );
        Assert.Equal(20, server.Requests.Count);
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
