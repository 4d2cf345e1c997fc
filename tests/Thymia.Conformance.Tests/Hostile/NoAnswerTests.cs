using System.Net.Sockets;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Hostile;

/// <summary>Providers that answer most requests and cut others off.</summary>
public sealed class NoAnswerTests
{
    private const string Accent = "\u00c3\u00a9";

    private static readonly string Created = RawServer.Json(200, Sample.Created);
    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""));

    /// <summary>Ways to give no whole answer.</summary>
    public static TheoryData<string> Cuts =>
        [
            "",
            "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{}",
            "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}",
        ];

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Fail_where_every_rejected_request_is_cut_off(string cut)
    {
        await using var server = Serving(request =>
            request.Contains("\"male\"", StringComparison.Ordinal) ? cut : Created
        );

        var judged = await RunAsync(server, Valid(1), Rejected(1), Rejected(2), Valid(2));

        Assert.All(judged.Where(j => !j.Case.IsValid), j => Assert.Equal("no-answer", CheckOf(j)));
        Assert.All(judged.Where(j => j.Case.IsValid), j => Assert.Null(CheckOf(j)));
    }

    [Fact]
    public async Task Fail_where_every_label_with_an_accent_is_cut_off()
    {
        await using var server = Serving(request => request.Contains(Accent, StringComparison.Ordinal) ? "" : Created);

        var judged = await RunAsync(server, Valid(1), Valid(2, "é"), Valid(3, "é"), Valid(4));

        Assert.Equal([null, "no-answer", "no-answer", null], judged.OrderBy(j => j.Case.Id).Select(CheckOf));
    }

    [Fact]
    public async Task Fail_where_one_case_is_cut_off_twice_and_another_is_answered()
    {
        await using var server = Serving(request =>
            request.Contains("\"male\"", StringComparison.Ordinal)
            && request.Contains("label-7", StringComparison.Ordinal)
                ? ""
                : Rejection
        );

        var judged = await RunAsync(server, Rejected(1), Rejected(7), Rejected(2));

        Assert.Equal("no-answer", Assert.Single(judged.Select(CheckOf).OfType<string>()));
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Stay_without_a_verdict_where_it_happens_once()
    {
        var count = 0;
        await using var server = Serving(_ => Interlocked.Increment(ref count) == 3 ? "" : Created);

        var judged = await RunAsync(server, [.. Enumerable.Range(1, 6).Select(i => Valid(i))]);

        Assert.Single(judged, j => j.Verdict is Verdict.Inconclusive);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Stay_without_a_verdict_where_nothing_is_answered_afterwards()
    {
        var count = 0;
        await using var server = Serving(_ => Interlocked.Increment(ref count) >= 3 ? "" : Created);

        var judged = await RunAsync(server, [.. Enumerable.Range(1, 6).Select(i => Valid(i))]);

        Assert.Equal(4, judged.Count(j => j.Verdict is Verdict.Inconclusive));
    }

    [Fact]
    public async Task Of_a_safe_method_are_asked_for_again_on_a_new_connection()
    {
        var count = 0;
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                if (Interlocked.Increment(ref count) == 1)
                {
                    ((NetworkStream)stream).Socket.Close(0);
                    return;
                }

                await stream.WriteAsync(Encoding.Latin1.GetBytes(RawServer.Json(200, "{}")), stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url), new HeldTime());

        var exchange = await replayer.SendAsync(
            new CaseRequest { Method = "GET", Target = "/" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(200, exchange.Answer?.Status);
    }

    [Fact]
    public async Task After_a_server_error_is_none_on_the_connection_that_had_it()
    {
        const string Kept = "HTTP/1.1 500 X\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        var connections = 0;
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                Interlocked.Increment(ref connections);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(Kept), stop);

                // It says nothing of closing, and does so with the next request.
                _ = await stream.ReadAsync(new byte[4096], stop);
            }
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url), new HeldTime());

        for (var i = 0; i < 5; i++)
        {
            var exchange = await replayer.SendAsync(Sample.Valid.Request, TestContext.Current.CancellationToken);
            Assert.Equal(500, exchange.Answer?.Status);
        }

        Assert.Equal(5, connections);
    }

    private static Task<List<RunEvent.CaseJudged>> RunAsync(RawServer server, params TestCase[] cases) =>
        HostileRun.OfAsync(server.Url, cases, concurrency: 1);

    private static string? CheckOf(RunEvent.CaseJudged judged) =>
        judged.Verdict is Verdict.Failed failed
            ? failed.Findings.Select(f => f.Check).FirstOrDefault(c => c == "no-answer")
            : null;

    private static TestCase Valid(int number, string more = "") =>
        Numbered(Sample.Valid, $"valid-{number}", $"label-1{more}");

    private static TestCase Rejected(int number) =>
        Numbered(Sample.LowerCaseSex, $"rejected-{number}", $"label-{number}");

    // The answer repeats the label of the sample, so only that one is an echo.
    private static TestCase Numbered(TestCase sample, string id, string label) =>
        sample with
        {
            Id = $"create-call:{id}",
            Kind = id,
            Request = sample.Request with
            {
                Body = Encoding.UTF8.GetBytes(
                    Encoding
                        .UTF8.GetString(sample.Request.Body!.Value.Span)
                        .Replace("label-1", label, StringComparison.Ordinal)
                ),
            },
        };

    private static RawServer Serving(Func<string, string> answer) =>
        RawServer.Doing(
            async (request, stream, stop) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer(request)), stop)
        );
}
