using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>An authority that signs certificates of servers on loopback.</summary>
internal sealed class TestAuthority : IDisposable
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Authority of a test", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(Now.AddDays(-30), Now.AddDays(30));
    }

    /// <summary>As a user gives it: from a file.</summary>
    public X509Certificate2Collection Trusted() =>
        AuthorityFile.Read(_folder.Write("authorities.pem", _certificate.ExportCertificatePem()));

    public X509Certificate2 Sign(DateTimeOffset? from = null, DateTimeOffset? to = null, IPAddress? address = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Request(key, address)
            .Create(_certificate, from ?? Now.AddDays(-1), to ?? Now.AddDays(1), [1, 2, 3]);
        using var whole = signed.CopyWithPrivateKey(key);
        return Usable(whole);
    }

    /// <summary>One that no authority has signed.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var whole = Request(key, null).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        return Usable(whole);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    private static CertificateRequest Request(ECDsa key, IPAddress? address)
    {
        var request = new CertificateRequest("CN=provider.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address ?? IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 Usable(X509Certificate2 whole) =>
        X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
}
