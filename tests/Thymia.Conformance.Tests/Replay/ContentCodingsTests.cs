using System.IO.Compression;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class ContentCodingsTests
{
    private static readonly CaseRequest Plain = new()
    {
        Method = "GET",
        Target = "/",
        ContentType = null,
        Body = null,
    };

    [Theory]
    [InlineData("gzip", "gzip", null)]
    [InlineData("x-gzip", "gzip", null)]
    [InlineData("gzip, gzip", "gzip gzip", null)]
    [InlineData("gzip, x-gzip", "gzip gzip", null)]
    [InlineData("deflate, gzip", "zlib gzip", null)]
    [InlineData("deflate, gzip", "deflate gzip", null)]
    [InlineData("br, gzip", "br gzip", null)]
    [InlineData("identity", "", "identity")]
    [InlineData("zstd, gzip", "gzip", "zstd")]
    public async Task Takes_off_every_coding_that_it_knows(string header, string coded, string? left)
    {
        var body = coded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate("{\"a\":1}"u8.ToArray(), Coded);

        var answer = (await SendAsync(header, body)).Answer!;

        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(left, answer.Header("content-encoding"));
    }

    [Fact]
    public async Task Says_so_where_a_body_grows_too_large_or_is_in_no_such_coding()
    {
        var huge = Coded(Coded(new byte[9_000_000], "gzip"), "gzip");

        Assert.Contains("bytes", (await SendAsync("gzip, gzip", huge)).Failure, StringComparison.Ordinal);
        Assert.NotNull((await SendAsync("x-gzip", "no gzip"u8.ToArray())).Failure);
    }

    private static byte[] Coded(byte[] body, string coding)
    {
        using var all = new MemoryStream();
        using (
            Stream coder = coding switch
            {
                "gzip" => new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true),
                "zlib" => new ZLibStream(all, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(all, CompressionLevel.Fastest, leaveOpen: true),
                _ => new DeflateStream(all, CompressionLevel.Fastest, leaveOpen: true),
            }
        )
        {
            coder.Write(body);
        }

        return all.ToArray();
    }

    private static async Task<Exchange> SendAsync(string coding, byte[] body)
    {
        await using var server = RawServer.Answering(
            $"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n"
                + Encoding.Latin1.GetString(body)
        );
        await using var replayer = new Replayer(RawServer.Patient(server.Url));
        return await replayer.SendAsync(Plain, TestContext.Current.CancellationToken);
    }
}
