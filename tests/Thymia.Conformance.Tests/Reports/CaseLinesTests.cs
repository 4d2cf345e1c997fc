using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Exports;

namespace Thymia.Conformance.Tests.Reports;

public sealed class CaseLinesTests
{
    [Fact]
    public void Says_what_is_sent_what_is_broken_and_what_must_come_back() =>
        Assert.Equal(
            """
            {"id":"post-v1-calls:user.birthSex:enum:lower-case","valid":false,"operation":"POST /v1/calls",
            "payload":{"a":1},"mutation":{"location":"/user/birthSex","keyword":"enum","kind":"lower-case"},
            "expect":{"outcome":"rejected","status":422,"loc":[["body","user","birthSex"]]}}
            """.ReplaceLineEndings("") + "\n",
            Line(Runs.Case("""{"a":1}""", null))
        );

    [Theory]
    [InlineData("""{"n":1.0,"e":1E400,"n":2}""")]
    [InlineData("""["ü","\"","\\"]""")]
    [InlineData("null")]
    public void Keeps_a_plain_payload_to_the_letter(string body)
    {
        var line = Line(Runs.Case(body, null));

        Assert.Contains($"\"payload\":{body},", line, StringComparison.Ordinal);
        Assert.DoesNotContain("bodyBase64", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"a\": 1 }")]
    [InlineData("{\"a\":\"\\u0041\"}")]
    public void Adds_the_bytes_where_the_notation_is_not_plain(string body)
    {
        var json = JsonDocument.Parse(Line(Runs.Case(body, null))).RootElement;

        Assert.True(json.TryGetProperty("payload", out _));
        Assert.Equal(body, Encoding.UTF8.GetString(json.GetProperty("bodyBase64").GetBytesFromBase64()));
    }

    [Theory]
    [InlineData("{\"a\":1")]
    [InlineData("")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("NaN")]
    public void Gives_the_bytes_alone_where_they_are_no_json(string body)
    {
        var json = JsonDocument.Parse(Line(Runs.Case(body, null))).RootElement;

        Assert.False(json.TryGetProperty("payload", out _));
        Assert.Equal(body, Encoding.UTF8.GetString(json.GetProperty("bodyBase64").GetBytesFromBase64()));
    }

    [Fact]
    public void Gives_neither_where_no_body_is_sent()
    {
        var json = JsonDocument.Parse(Line(Runs.Case((byte[]?)null, r => r with { ContentType = null }))).RootElement;

        Assert.False(
            json.TryGetProperty("payload", out _)
                || json.TryGetProperty("bodyBase64", out _)
                || json.TryGetProperty("headers", out _)
        );
    }

    [Fact]
    public void Shows_headers_where_they_are_the_point()
    {
        var line = Line(Runs.Case("{}", r => r with { Key = KeyUse.Absent }));
        var typed = Line(Runs.Case("{}", r => r with { ContentType = "text/plain" }));

        Assert.Contains("""  "headers":{"content-type":"application/json"},""".Trim(), line, StringComparison.Ordinal);
        Assert.Contains(
            "\"headers\":{\"content-type\":\"text/plain\",\"x-api-key\":\"$THYMIA_APIKEY\"},",
            typed,
            StringComparison.Ordinal
        );
    }

    private static string Line(TestCase testCase)
    {
        using var output = new MemoryStream();
        using (var lines = new CaseLines(output))
        {
            lines.TryWrite(testCase);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
