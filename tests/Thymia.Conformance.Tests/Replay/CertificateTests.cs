using System.Net;
using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Replay;

public sealed class CertificateTests : IDisposable
{
    private static readonly CaseRequest Request = new() { Method = "GET", Target = "/" };

    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Names_a_certificate_that_nobody_here_trusts_and_the_way_to_trust_it() =>
        Assert.Contains(
            "the certificate is signed by an authority that is not trusted here; --ca-file names a file that holds it",
            (await SendAsync(_authority.Sign(), null)).Failure,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Names_a_certificate_that_nobody_has_signed()
    {
        using var alone = TestAuthority.SelfSigned();

        Assert.Contains(
            "the certificate is signed by nobody but itself; --ca-file names a file that holds it, to trust it all "
                + "the same",
            (await SendAsync(alone, null)).Failure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Trusts_a_certificate_of_its_own_signature_that_is_given_as_an_authority()
    {
        using var alone = TestAuthority.SelfSigned();
        var file = _folder.Write("alone.pem", alone.ExportCertificatePem());

        Assert.Null((await SendAsync(alone, AuthorityFile.Read(file))).Failure);
    }

    [Fact]
    public async Task Names_a_certificate_that_has_expired()
    {
        using var expired = _authority.Sign(from: TestAuthority.Now.AddDays(-20), to: TestAuthority.Now.AddDays(-10));

        Assert.Contains(
            "the certificate is expired or not yet valid: it holds from ",
            (await SendAsync(expired, _authority.Trusted())).Failure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Names_a_certificate_for_another_name()
    {
        using var other = _authority.Sign(address: IPAddress.Parse("192.0.2.1"));

        Assert.Contains(
            "the certificate is for another name than '127.0.0.1'",
            (await SendAsync(other, _authority.Trusted())).Failure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Trusts_what_a_given_authority_has_signed()
    {
        var exchange = await SendAsync(_authority.Sign(), _authority.Trusted());

        Assert.Null(exchange.Failure);
        Assert.Equal(204, exchange.Answer!.Status);
    }

    [Fact]
    public void Says_that_a_file_of_authorities_cannot_be_read() =>
        Assert.Equal(
            "nowhere.pem: it cannot be read; give a PEM file of authorities' certificates with --ca-file.",
            Assert.Throws<UnusableInputException>(() => AuthorityFile.Read("nowhere.pem")).Message
        );

    [Theory]
    [InlineData("no certificate", "there is no certificate in it")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "a certificate in it is broken")]
    public void Says_what_is_wrong_with_a_file_of_authorities(string text, string problem) =>
        Assert.Contains(
            problem,
            Assert.Throws<UnusableInputException>(() => AuthorityFile.Read(_folder.Write("ca.pem", text))).Message,
            StringComparison.Ordinal
        );

    private static async Task<Exchange> SendAsync(X509Certificate2 certificate, X509Certificate2Collection? authorities)
    {
        await using var server = RawServer.Tls(certificate, "HTTP/1.1 204 X\r\nConnection: close\r\n\r\n");
        var url = new Uri($"https://127.0.0.1:{server.Url.Port}");
        await using var replayer = new Replayer(
            RawServer.Patient(url) with
            {
                Authorities = authorities,
            },
            new HeldTime()
        );
        return await replayer.SendAsync(Request, TestContext.Current.CancellationToken);
    }
}
