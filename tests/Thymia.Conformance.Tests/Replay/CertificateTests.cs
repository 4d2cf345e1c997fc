using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Replay;

public sealed class CertificateTests : IDisposable
{
    private static readonly CaseRequest Request = new() { Method = "GET", Target = "/" };
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder _folder = new();
    private readonly RSA _key = RSA.Create(2048);

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Names_a_certificate_that_nobody_here_trusts_and_the_way_to_trust_it() => Assert.Contains(
        "the certificate is signed by an authority that is not trusted here; --ca-file names a file that holds it",
        (await SendAsync(Signed(), null)).Failure, StringComparison.Ordinal);

    [Fact]
    public async Task Names_a_certificate_that_has_expired()
    {
        using var expired = Signed(from: Now.AddDays(-20), to: Now.AddDays(-10));

        Assert.Contains(
            "the certificate is expired or not yet valid: it holds from ",
            (await SendAsync(expired, Trusted())).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_certificate_for_another_name()
    {
        using var other = Signed(address: IPAddress.Parse("192.0.2.1"));

        Assert.Contains(
            "the certificate is for another name than '127.0.0.1'",
            (await SendAsync(other, Trusted())).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trusts_what_a_given_authority_has_signed()
    {
        var exchange = await SendAsync(Signed(), Trusted());

        Assert.Null(exchange.Failure);
        Assert.Equal(204, exchange.Answer!.Status);
    }

    [Fact]
    public void Says_that_a_file_of_authorities_cannot_be_read() => Assert.Equal(
        "nowhere.pem: it cannot be read; give a PEM file of authorities' certificates with --ca-file.",
        Assert.Throws<UnusableInputException>(() => AuthorityFile.Read("nowhere.pem")).Message);

    [Theory]
    [InlineData("no certificate", "there is no certificate in it")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "a certificate in it is broken")]
    public void Says_what_is_wrong_with_a_file_of_authorities(string text, string problem) => Assert.Contains(
        problem,
        Assert.Throws<UnusableInputException>(() => AuthorityFile.Read(_folder.Write("ca.pem", text))).Message,
        StringComparison.Ordinal);

    private X509Certificate2 Authority()
    {
        var request = new CertificateRequest("CN=Authority of a test", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Now.AddDays(-30), Now.AddDays(30));
    }

    // As a user gives it: from a file.
    private X509Certificate2Collection Trusted()
    {
        using var authority = Authority();
        return AuthorityFile.Read(_folder.Write("authorities.pem", authority.ExportCertificatePem()));
    }

    private X509Certificate2 Signed(DateTimeOffset? from = null, DateTimeOffset? to = null, IPAddress? address = null)
    {
        using var authority = Authority();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=provider.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address ?? IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, from ?? Now.AddDays(-1), to ?? Now.AddDays(1), [1, 2, 3]);
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private static async Task<Exchange> SendAsync(X509Certificate2 certificate, X509Certificate2Collection? authorities)
    {
        await using var server = RawServer.Tls(certificate, "HTTP/1.1 204 X\r\nConnection: close\r\n\r\n");
        var url = new Uri($"https://127.0.0.1:{server.Url.Port}");
        await using var replayer = new Replayer(
            RawServer.Patient(url) with { Authorities = authorities }, new HeldTime());
        return await replayer.SendAsync(Request, TestContext.Current.CancellationToken);
    }
}
