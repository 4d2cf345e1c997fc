using System.Net.Sockets;
using System.Text;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Judging;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>
/// Providers that answer what no provider should: each gets a verdict with a name, and harms no other case.
/// </summary>
public sealed class HostileProviderTests
{
    private const string Ok = "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Type: application/json\r\n";

    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""));

    /// <summary>What is answered, by name, with the verdict on a valid request.</summary>
    private static readonly Dictionary<string, (byte[] Answer, string Verdict)> Answers = new()
    {
        ["nothing"] = (Text(""), "the connection was closed before a whole answer came"),
        ["half a head"] = (
            Text("HTTP/1.1 200 X\r\nContent-Ty"),
            "the connection was closed before a whole answer came"
        ),
        ["a length too long"] = (
            Text(Ok + "Content-Length: 99\r\n\r\n{}"),
            "the connection was closed before a whole answer came"
        ),
        ["a length too short"] = (Text(Ok + "Content-Length: 2\r\n\r\n{}{}{}"), "response-schema"),
        ["a length of nonsense"] = (Text(Ok + "Content-Length: x\r\n\r\n{}"), "response-schema"),
        ["broken chunks"] = (Text(Ok + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}"), "not framed as HTTP"),
        ["chunks without end"] = (
            Text(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
            "closed before a whole answer came"
        ),
        ["another protocol"] = (Text("220 mail.example.com ESMTP\r\n"), "what was answered is not HTTP"),
        ["HTTP/1.0 until the end"] = (
            Text("HTTP/1.0 200 X\r\nContent-Type: application/json\r\n\r\n{}"),
            "response-schema"
        ),
        ["a gigabyte announced"] = (
            Text(Ok + "Content-Length: 1073741824\r\n\r\n{}"),
            "the answer's body is larger than 4,194,304 bytes"
        ),
        ["a compression that is none"] = (
            Text(Ok + "Content-Encoding: br\r\nContent-Length: 4\r\n\r\nnone"),
            "the answer's compression is broken"
        ),
        ["a redirect to another origin"] = (
            Text("HTTP/1.1 307 X\r\nLocation: http://other.example/\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            "status-documented"
        ),
        ["a redirect to itself"] = (
            Text("HTTP/1.1 308 X\r\nLocation: /v1/calls\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            "status-documented"
        ),
        ["an upgrade nobody asked for"] = (
            Text("HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
            "status-documented"
        ),
        ["leave to go on, and no answer"] = (Text("HTTP/1.1 100 X\r\n\r\n"), "closed before a whole answer came"),
        ["bytes that are no UTF-8"] = (Json([(byte)'"', 0xC3, 0x28, (byte)'"']), "response-schema"),
        ["bytes that are no UTF-8 within texts that are escaped"] = (
            Json(Text("{\"id\":\"\u00ff\\n 123456\",\"\u00ff\":{},\"status\":\"\u00ff\"}")),
            "response-schema"
        ),
        ["NaN"] = (Json(Text("{\"id\":NaN}")), "response-schema"),
        ["a hundred thousand levels"] = (Json(Text(new string('[', 100_000))), "response-schema"),
        ["an answer nobody asked for"] = (
            Text("HTTP/1.1 103 X\r\n\r\n" + Ok + "Content-Length: 2\r\n\r\n{}"),
            "response-schema"
        ),
    };

    public static TheoryData<string> Names => [.. Answers.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Gets_a_verdict_that_names_what_is_wrong(string name)
    {
        var (answer, expected) = Answers[name];
        await using var server = RawServer.Doing(async (stream, stop) => await stream.WriteAsync(answer, stop));

        var judged = (await HostileRun.OfAsync(server.Url, [Sample.Valid])).Single();

        Assert.Contains(
            expected,
            judged.Verdict switch
            {
                Verdict.Inconclusive i => i.Reason,
                Verdict.Failed f => string.Join("; ", f.Findings.Select(x => $"{x.Check}: {x.Sentence}")),
                var other => other.GetType().Name,
            },
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Harms_no_other_case(string name)
    {
        var answers = 0;
        var bad = 0;
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                var isBad = Interlocked.Increment(ref answers) % 5 == 2;
                _ = isBad ? Interlocked.Increment(ref bad) : 0;
                await stream.WriteAsync(isBad ? Answers[name].Answer : Text(Rejection), stop);
            }
        );

        var judged = await HostileRun.OfAsync(server.Url, Enumerable.Repeat(Sample.LowerCaseSex, 25));

        // A bad answer costs its own case at most: some of them go to repetitions, whose case may pass all the same.
        Assert.Equal(25, judged.Count);
        Assert.InRange(judged.Count(j => j.Verdict is Verdict.Passed), 25 - bad, 24);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 X\r\nContent-")]
    [InlineData("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n{}")]
    public async Task Is_named_where_it_resets_the_connection(string before)
    {
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await stream.WriteAsync(Text(before), stop);
                ((NetworkStream)stream).Socket.Close(0);
            }
        );

        var reason = Assert
            .IsType<Verdict.Inconclusive>((await HostileRun.OfAsync(server.Url, [Sample.Valid])).Single().Verdict)
            .Reason;

        Assert.Matches("^the connection was (reset|closed) before a whole answer came$", reason);
    }

    [Fact]
    public async Task Is_named_where_it_promises_to_keep_a_connection_and_closes_it()
    {
        var answers = 0;
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                Interlocked.Increment(ref answers);
                await stream.WriteAsync(Text("HTTP/1.1 422 X\r\nContent-Length: 0\r\n\r\n"), stop);

                // It reads the next request, and goes away.
                _ = await stream.ReadAsync(new byte[4096], stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url) with { Concurrency = 1 }, new HeldTime());
        await replayer.SendAsync(Sample.Valid.Request, Token);

        var lost = await replayer.SendAsync(Sample.Valid.Request, Token);

        Assert.Equal("the connection was closed before a whole answer came", lost.Failure);
        Assert.True(lost.IsPerhapsUnread);
        Assert.Equal((0, 1), (lost.Retries, answers));

        // From then on, what cannot be sent again relies on no kept connection.
        Assert.All(
            [
                await replayer.SendAsync(Sample.Valid.Request, Token),
                await replayer.SendAsync(Sample.Valid.Request, Token),
            ],
            e => Assert.Equal(422, e.Answer?.Status)
        );
    }

    [Fact]
    public async Task Is_not_blamed_where_a_request_waited_for_a_connection_that_was_then_closed()
    {
        var bothAreSent = new TaskCompletionSource();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await bothAreSent.Task.WaitAsync(stop);
                await stream.WriteAsync(Text("HTTP/1.1 422 X\r\nContent-Length: 0\r\n\r\n"), stop);
                _ = await stream.ReadAsync(new byte[4096], stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url) with { Concurrency = 1 }, new HeldTime());

        var both = new[]
        {
            replayer.SendAsync(Sample.Valid.Request, Token),
            replayer.SendAsync(Sample.Valid.Request, Token),
        };
        bothAreSent.SetResult();
        var exchanges = await Task.WhenAll(both);

        Assert.Single(exchanges, e => e.Answer is not null);
        Assert.True(Assert.Single(exchanges, e => e.Answer is null).IsPerhapsUnread);
    }

    [Fact]
    public async Task Is_not_blamed_where_it_closes_kept_connections_unannounced()
    {
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await stream.WriteAsync(
                    Text($"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"),
                    stop
                );
                _ = await stream.ReadAsync(new byte[4096], stop);
            }
        );

        var judged = await HostileRun.OfAsync(server.Url, Enumerable.Repeat(Sample.Valid, 40));

        Assert.Contains(judged, j => j.Exchange is { IsPerhapsUnread: true } && j.Verdict is Verdict.Inconclusive);
        Assert.DoesNotContain(judged, j =>
            j.Verdict is Verdict.Failed f && f.Findings.Any(finding => finding.Check == "no-answer")
        );
        Assert.InRange(judged.Count(j => j.Exchange!.Answer is null), 1, 4);
    }

    [Fact]
    public async Task Is_cut_off_where_its_body_never_ends()
    {
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                await stream.WriteAsync(Text(Ok + "Transfer-Encoding: chunked\r\n\r\n"), stop);
                var chunk = Text($"1000\r\n{new string('x', 0x1000)}\r\n");
                while (true)
                {
                    await stream.WriteAsync(chunk, stop);
                }
            }
        );

        var judged = (await HostileRun.OfAsync(server.Url, [Sample.Valid])).Single();

        Assert.Equal(
            "the answer's body is larger than 4,194,304 bytes",
            Assert.IsType<Verdict.Inconclusive>(judged.Verdict).Reason
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_left_with_no_connection_when_the_run_is_over(string name)
    {
        var (opened, closed) = (0, 0);
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                Interlocked.Increment(ref opened);
                await stream.WriteAsync(Answers[name].Answer, stop);
                ((NetworkStream)stream).Socket.Shutdown(SocketShutdown.Send);

                // Nothing more comes, and then the end, be it polite or not.
                var more = 0;
                try
                {
                    more = await stream.ReadAsync(new byte[1], stop);
                }
                catch (IOException)
                {
                    more = 0;
                }

                Interlocked.Add(ref closed, 1 - more);
            }
        );

        await HostileRun.OfAsync(server.Url, Enumerable.Repeat(Sample.LowerCaseSex, 12), concurrency: 1);

        await server.DisposeAsync(settle: true);
        Assert.Equal(opened, closed);
        Assert.InRange(opened, 3, 12);
    }

    [Fact]
    public async Task Gets_no_key_at_an_origin_that_another_redirects_to()
    {
        await using var other = RawServer.Answering(Rejection);
        var redirect =
            $"HTTP/1.1 307 X\r\nLocation: {other.Url}v1/calls\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        await using var server = RawServer.Answering(redirect);

        var judged = await HostileRun.OfAsync(server.Url, Enumerable.Repeat(Sample.Valid, 3));

        Assert.All(judged, j =>
            Assert.Contains(
                $"a redirect to {other.Url}v1/calls",
                Assert.IsType<Verdict.Failed>(j.Verdict).Findings[0].Sentence,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(other.Requests);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Is_not_waited_for_to_say_that_a_body_may_come()
    {
        await using var server = RawServer.Answering(Rejection);

        await HostileRun.OfAsync(server.Url, [Sample.LowerCaseSex]);

        Assert.DoesNotContain("Expect:", server.Requests.Single(), StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Json(byte[] body) => [.. Text($"{Ok}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
