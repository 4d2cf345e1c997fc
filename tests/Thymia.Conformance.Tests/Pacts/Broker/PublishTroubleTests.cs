using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>What stands in the way of publishing, each in one sentence.</summary>
public sealed class PublishTroubleTests : PublishFixture
{
    [Theory]
    [InlineData(403, 2, "the login is not allowed to do this (403); use one with the right to write.")]
    [InlineData(
        301,
        2,
        "the broker is elsewhere (301, to https://broker.example.com/); give that place with --broker-url."
    )]
    [InlineData(404, 2, "what answers here is no Pact Broker; give the broker's own URL with --broker-url.")]
    [InlineData(429, 3, "the broker takes no more requests for now (429); try again later.")]
    [InlineData(503, 3, "the broker failed (503); see its log, and try again.")]
    public async Task Says_in_one_sentence_what_stands_in_the_way(int status, int exit, string problem)
    {
        _broker.Interference = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "https://broker.example.com/";
            return Task.FromResult(true);
        };

        Assert.Equal(exit, await PublishAsync());
        Assert.Equal($"error: {Place}: {problem}{Environment.NewLine}", _line.Error);
    }

    [Fact]
    public async Task Says_that_it_does_not_know_when_the_broker_fails_in_between()
    {
        _broker.Interference = context =>
        {
            context.Response.StatusCode = 500;
            return Task.FromResult(context.Request.Method == "POST");
        };

        Assert.Equal(3, await PublishAsync());
        Assert.Equal(
            $"error: {Place}: the broker failed (500); see its log, and try again; whether it has taken the request "
                + $"is not known, and sending it again does no harm.{Environment.NewLine}",
            _line.Error
        );
    }

    [Fact]
    public async Task Says_that_the_broker_is_silent()
    {
        _broker.Interference = async context =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        Assert.Equal(3, await PublishAsync("--timeout", "100ms"));
        Assert.Equal(
            $"error: {Place}: no answer within 0.1 s; allow more with --timeout.{Environment.NewLine}",
            _line.Error
        );
    }

    [Fact]
    public async Task Says_that_nobody_is_there()
    {
        var url = Place;
        await _broker.DisposeAsync();

        Assert.Equal(3, await PublishAsync());
        Assert.Equal(
            $"error: {url}: connection refused by 127.0.0.1:{_broker.Url.Port}; check --broker-url, and that the "
                + $"broker is up.{Environment.NewLine}",
            _line.Error
        );
        Assert.Equal(
            3,
            await _line.RunAsync(
                "publish",
                "--pacts",
                GoldenPact.Folder,
                "--consumer-version",
                "1",
                "--broker-url",
                "https://broker.invalid"
            )
        );
        Assert.EndsWith(
            "error: https://broker.invalid: the host name 'broker.invalid' is unknown; check "
                + $"--broker-url.{Environment.NewLine}",
            _line.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Trusts_no_certificate_that_the_machine_does_not_trust()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var broker = await BrokerStandIn.StartAsync(Token, configure: l => l.UseHttps(certificate));

        Assert.Equal(
            3,
            await _line.RunAsync(
                "publish",
                "--pacts",
                GoldenPact.Folder,
                "--consumer-version",
                "1",
                "--broker-url",
                $"{broker.Url}"
            )
        );

        Assert.Equal(
            $"error: {broker.Url.ToString().TrimEnd('/')}: no TLS connection: its certificate is signed by an "
                + "authority that this machine does not trust; "
                + $"install the authority's certificate, or name it in SSL_CERT_FILE.{Environment.NewLine}",
            _line.Error
        );
        Assert.Empty(broker.Requests);
    }

    [Fact]
    public async Task Follows_links_on_the_configured_host_alone()
    {
        await using var broker = await BrokerStandIn.StartAsync(Token, "/pact-broker");
        // As behind a proxy: the broker names itself by a name that nobody outside knows, and without the proxy's
        // path.
        broker.Interference = async context =>
        {
            if (context.Request.Path != "/pact-broker")
            {
                return false;
            }

            await context.Response.WriteAsync(
                """
                {"_links":{"pb:publish-contracts":{"href":"http://broker.internal.example:9292/contracts/publish"}}}
                """
            );
            return true;
        };

        Assert.Equal(
            0,
            await _line.RunAsync(
                "publish",
                "--pacts",
                Keyed,
                "--consumer-version",
                "1",
                "--broker-url",
                $"{broker.Url}"
            )
        );

        Assert.Equal(["GET /pact-broker", "POST /pact-broker/contracts/publish"], broker.Requests);
    }

    [Theory]
    [InlineData(
        "publish --consumer-version 1",
        "--broker-url: no broker is named; give its URL, or set PACT_BROKER_BASE_URL."
    )]
    [InlineData(
        "publish --consumer-version 1 --broker-url ftp://broker.example.com",
        "--broker-url: 'ftp://broker.example.com' is not allowed; give an absolute http or https URL without user "
            + "name, query or fragment."
    )]
    [InlineData(
        "publish --consumer-version 1 --broker-url https://sam:secret@broker.example.com",
        "--broker-url: '[hidden]@broker.example.com' is not allowed; give an absolute http or https URL without user "
            + "name, query or fragment."
    )]
    [InlineData(
        "publish --consumer-version 1 --broker-url https://broker.example.com --token-env NO_SUCH",
        "--token-env: the variable NO_SUCH is not set; set it, or name another."
    )]
    [InlineData(
        "publish --consumer-version 1 --broker-url http://broker.example.com --username sam",
        "--broker-url: the login would travel unencrypted to broker.example.com; use https, or --allow-http where "
            + "the network is trusted."
    )]
    [InlineData(
        "publish --broker-url https://broker.example.com",
        "--consumer-version: no version is given, and neither CI's variables nor git know one; give one, such as the "
            + "commit's hash."
    )]
    public async Task Asks_for_what_is_missing(string words, string sentence)
    {
        Assert.Equal(2, await _line.RunAsync([.. words.Split(' '), "--pacts", GoldenPact.Folder]));
        Assert.Equal($"error: {sentence}{Environment.NewLine}", _line.Error);
    }
}
