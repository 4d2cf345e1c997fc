using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class ReplayerTests
{
    private const string Key = "key-of-a-fictional-clinic";

    private static readonly CaseRequest Plain = new()
    {
        Method = "POST",
        Target = "/v1/calls",
        ContentType = "application/json",
        Body = "{}"u8.ToArray(),
        KeyHeader = "x-api-key",
    };

    [Fact]
    public async Task Sends_the_exact_bytes_with_the_exact_content_type()
    {
        var odd = Plain with
        {
            ContentType = "application/json;;charset=\"utf-99",
            Body = new byte[] { 0xFF, 0x00, 0x7B },
        };

        var request = await SentAsync(odd);

        Assert.Contains("\r\nContent-Type: application/json;;charset=\"utf-99\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n\u00FF\0{", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_no_content_type_and_no_body_where_the_case_has_none()
    {
        var request = await SentAsync(Plain with { ContentType = null, Body = null });

        Assert.DoesNotContain("Content-Type", request, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("\r\n\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_an_empty_body_as_a_length_of_zero()
    {
        var request = await SentAsync(Plain with { Body = ReadOnlyMemory<byte>.Empty });

        Assert.Contains("\r\nContent-Length: 0\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_headers_of_the_case_even_if_they_are_odd()
    {
        var request = await SentAsync(Plain with { Headers = [new("Accept", "no / media type"), new("X-Odd", "ü")] });

        Assert.Contains("\r\nAccept: no / media type\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Odd: Ã¼\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyUse.Configured, "\r\nx-api-key: key-of-a-fictional-clinic\r\n")]
    [InlineData(KeyUse.Wrong, "\r\nx-api-key: made-up-key-of-thymia-conformance\r\n")]
    [InlineData(KeyUse.OtherCase, "\r\nx-api-key: KEY-OF-A-FICTIONAL-CLINIC\r\n")]
    [InlineData(KeyUse.FirstHalf, "\r\nx-api-key: key-of-a-fict\r\n")]
    [InlineData(KeyUse.Extended, "\r\nx-api-key: key-of-a-fictional-clinic-x\r\n")]
    [InlineData(KeyUse.SameLength, "\r\nx-api-key: xxxxxxxxxxxxxxxxxxxxxxxxx\r\n")]
    [InlineData(KeyUse.Empty, "\r\nx-api-key: \r\n")]
    [InlineData(KeyUse.Wildcard, "\r\nx-api-key: %\r\n")]
    [InlineData(KeyUse.Injection, "\r\nx-api-key: ' OR '1'='1\r\n")]
    public async Task Puts_the_key_in_that_the_case_asks_for(KeyUse use, string expected)
    {
        Assert.Contains(expected, await SentAsync(Plain with { Key = use }), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sends_no_key_header_where_the_key_is_to_be_absent()
    {
        var request = await SentAsync(Plain with { Key = KeyUse.Absent });

        Assert.DoesNotContain("x-api-key", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Makes_up_a_key_that_is_never_the_configured_one()
    {
        foreach (
            var configured in new[]
            {
                null,
                "",
                "k",
                "UPPER-lower-1",
                "12345",
                "xxxx",
                MadeUpKey.Text,
                MadeUpKey.Text.ToUpperInvariant(),
            }
        )
        {
            foreach (
                var use in new[]
                {
                    KeyUse.Wrong,
                    KeyUse.OtherCase,
                    KeyUse.FirstHalf,
                    KeyUse.Extended,
                    KeyUse.SameLength,
                    KeyUse.Wildcard,
                    KeyUse.Pattern,
                    KeyUse.Injection,
                    KeyUse.NullWord,
                }
            )
            {
                Assert.False(string.IsNullOrEmpty(MadeUpKey.For(use, configured)));
                Assert.NotEqual(configured, MadeUpKey.For(use, configured));
            }
        }
    }

    [Theory]
    [InlineData("", "/v1/calls", "POST /v1/calls HTTP/1.1\r\n")]
    [InlineData("/staging/", "/v1/calls?x=%2e%2E", "POST /staging/v1/calls?x=%2e%2E HTTP/1.1\r\n")]
    [InlineData("/staging", "/v1/../%7Bcalls%7D", "POST /staging/v1/../%7Bcalls%7D HTTP/1.1\r\n")]
    [InlineData("", "@example.com/v1", "POST /@example.com/v1 HTTP/1.1\r\n")]
    public async Task Appends_the_target_verbatim_to_the_base_url(string prefix, string target, string expected)
    {
        Assert.StartsWith(expected, await SentAsync(Plain with { Target = target }, prefix), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_status_headers_and_body_of_the_answer()
    {
        await using var server = RawServer.Answering(
            "HTTP/1.1 299 X\r\nX-Two: a\r\nX-Two: b\r\nContent-Type: text/odd\r\nContent-Length: 2\r\n\r\nhi"
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url), new HeldTime());

        var answer = (await replayer.SendAsync(Plain, TestContext.Current.CancellationToken)).Answer!;

        Assert.Equal(299, answer.Status);
        Assert.Equal("text/odd", answer.Header("content-TYPE"));
        Assert.Equal(["a", "b"], answer.Headers.Where(h => h.Key == "X-Two").Select(h => h.Value));
        Assert.Equal("hi", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public async Task Follows_no_redirect()
    {
        await using var server = RawServer.Answering(
            "HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url) with { ApiKey = Key }, new HeldTime());

        var exchange = await replayer.SendAsync(Plain, TestContext.Current.CancellationToken);

        Assert.Equal(307, exchange.Answer!.Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Never_prints_the_key() =>
        Assert.DoesNotContain(
            Key,
            new ReplayOptions { BaseUrl = new Uri("http://localhost"), ApiKey = Key }.ToString(),
            StringComparison.Ordinal
        );

    private static async Task<string> SentAsync(CaseRequest request, string prefix = "")
    {
        await using var server = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var replayer = new Replayer(
            RawServer.Patient(new Uri(server.Url.GetLeftPart(UriPartial.Authority) + prefix)) with
            {
                ApiKey = Key,
            },
            new HeldTime()
        );
        var exchange = await replayer.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Null(exchange.Failure);
        return server.Requests.Single();
    }
}
