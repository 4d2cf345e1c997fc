using System.Diagnostics;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Tests.Reports;

public sealed class CurlLineTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"O'Brien","cost":"$HOME `id` \\ !\"%s"}""")]
    [InlineData("@/etc/passwd")]
    [InlineData("--config=x")]
    [InlineData("")]
    [InlineData("naïve 海翔 👩‍👧")]
    [InlineData("two\nlines\r\n\ttabbed\u0000nul\u001b[31m")]
    [InlineData("\u202eright to left")]
    public async Task Sends_the_very_bytes_through_a_real_shell(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Assert.Equal(bytes, await BodyThroughShellAsync(CurlLine.Of(Runs.Case(bytes).Request, Runs.BaseUrl)));
    }

    [Fact]
    public async Task Sends_bytes_that_are_no_text_and_bodies_too_long_for_an_argument()
    {
        byte[] latin1 = [(byte)'"', 0xe9, (byte)'"'];
        var long_ = Encoding.UTF8.GetBytes(new string('x', 200_000));

        Assert.Equal(latin1, await BodyThroughShellAsync(CurlLine.Of(Runs.Case(latin1).Request, Runs.BaseUrl)));
        Assert.Equal(long_, await BodyThroughShellAsync(CurlLine.Of(Runs.Case(long_).Request, Runs.BaseUrl)));
    }

    [Theory]
    [InlineData(KeyUse.Configured, "-H \"x-api-key: $THYMIA_APIKEY\"")]
    [InlineData(KeyUse.Wrong, "-H 'x-api-key: made-up-key-of-thymia-conformance'")]
    [InlineData(KeyUse.Extended, "-H \"x-api-key: $THYMIA_APIKEY-x\"")]
    [InlineData(KeyUse.OtherCase, "-H \"x-api-key: $(printf %s \"$THYMIA_APIKEY\" | tr A-Za-z a-zA-Z)\"")]
    [InlineData(KeyUse.SameLength, "-H \"x-api-key: $(printf %s \"$THYMIA_APIKEY\" | sed 's/./x/g')\"")]
    [InlineData(
        KeyUse.FirstHalf,
        "-H \"x-api-key: $(printf %s \"$THYMIA_APIKEY\" | cut -c 1-$(( (${#THYMIA_APIKEY} + 1) / 2 )))\""
    )]
    [InlineData(KeyUse.Empty, "-H 'x-api-key;'")]
    [InlineData(KeyUse.Wildcard, "-H 'x-api-key: %'")]
    [InlineData(KeyUse.Pattern, "-H 'x-api-key: .*'")]
    [InlineData(KeyUse.Injection, "-H 'x-api-key: '\\'' OR '\\''1'\\''='\\''1'")]
    [InlineData(KeyUse.NullWord, "-H 'x-api-key: null'")]
    [InlineData(KeyUse.Absent, "")]
    public void Names_the_key_and_never_shows_it(KeyUse use, string expected)
    {
        var line = CurlLine.Of(Runs.Case("{}", r => r with { Key = use }).Request, Runs.BaseUrl);

        Assert.Equal(
            string.Join(
                ' ',
                new[]
                {
                    "curl -sS -i -X POST -H 'content-type: application/json'",
                    expected,
                    "--data-raw '{}' https://staging.example.com/api/v1/calls",
                }.Where(p => p.Length > 0)
            ),
            line
        );
    }

    [Fact]
    public void Keeps_curl_from_adding_a_content_type_or_reading_patterns()
    {
        var request = Runs.Case("1", r =>
            r with
            {
                ContentType = null,
                Target = "/v1/calls/../{x}",
                Key = KeyUse.Absent,
            }
        ).Request;

        Assert.Equal(
            "curl -sS -i -X POST -H content-type: --data-raw 1 --globoff --path-as-is "
                + "'https://staging.example.com/api/v1/calls/../{x}'",
            CurlLine.Of(request, Runs.BaseUrl)
        );
    }

    [Theory]
    [InlineData("header", CredentialForm.Bearer, KeyUse.Extended, "-H \"Authorization: Bearer $THYMIA_APIKEY-x\"")]
    [InlineData("header", CredentialForm.Bearer, KeyUse.Empty, "-H 'Authorization: Bearer '")]
    [InlineData("header", CredentialForm.Bearer, KeyUse.Wildcard, "-H 'Authorization: Bearer %'")]
    [InlineData(
        "header",
        CredentialForm.Basic,
        KeyUse.Extended,
        "-H \"Authorization: Basic $(printf %s \"$THYMIA_APIKEY-x\" | base64 -w 0)\""
    )]
    [InlineData(
        "header",
        CredentialForm.Basic,
        KeyUse.Pattern,
        "-H \"Authorization: Basic $(printf %s '.*' | base64 -w 0)\""
    )]
    [InlineData("query", CredentialForm.Raw, KeyUse.Extended, "--url-query \"Authorization=$THYMIA_APIKEY-x\"")]
    [InlineData("cookie", CredentialForm.Raw, KeyUse.Pattern, "-b 'Authorization=.*'")]
    [InlineData("cookie", CredentialForm.Raw, KeyUse.Absent, null)]
    public void A_broken_key_stands_where_the_right_one_would(
        string place,
        CredentialForm form,
        KeyUse use,
        string? expected
    )
    {
        var credential = new Credential("Authorization", false, "")
        {
            In = place,
            Form = form,
            Scheme = "only",
        };
        var request = Runs.Case("{}", r =>
            r with
            {
                Key = use,
                KeyName = "Authorization",
                KeyHeader = place == "header" ? "Authorization" : null,
                Credentials = [credential],
            }
        ).Request;

        var line = CurlLine.Of(request, Runs.BaseUrl);

        Assert.Equal(expected is not null, line.Contains("Authorization", StringComparison.Ordinal));
        Assert.Contains($" {expected} ".Replace("  ", " ", StringComparison.Ordinal), line, StringComparison.Ordinal);
    }

    [Fact]
    public void Sends_no_body_where_there_is_none() =>
        Assert.DoesNotContain(
            "--data",
            CurlLine.Of(Runs.Case((byte[]?)null).Request, Runs.BaseUrl),
            StringComparison.Ordinal
        );

    // A function named curl takes curl's place, and hands back what it was given as a body.
    private static async Task<byte[]> BodyThroughShellAsync(string line)
    {
        const string Curl =
            "curl() { while [ $# -gt 0 ]; do case $1 in --data-raw) printf %s \"$2\"; return;; --data-binary) cat; "
            + "return;; esac; shift; done; }\n";
        using var shell = Process.Start(
            new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        await shell.StandardInput.WriteAsync(Curl + line + "\n");
        shell.StandardInput.Close();
        using var output = new MemoryStream();
        await shell.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
