using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Thymia.Conformance.Replay;

/// <summary>Trusts exactly what the machine trusts, and remembers in words why it last did not.</summary>
internal sealed class CertificateCheck(string host)
{
    private volatile string? _problem;

    /// <summary>A clause; null where no certificate has been refused.</summary>
    public string? Problem => _problem;

    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        _problem = string.Join(" and ", Problems(certificate as X509Certificate2, chain, errors).Distinct());
        return false;
    }

    private IEnumerable<string> Problems(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            yield return "the server shows no certificate";
            yield break;
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            yield return $"the certificate is for another name than '{host}'";
        }

        foreach (var status in chain?.ChainStatus ?? [])
        {
            yield return OfStatus(status.Status, certificate);
        }
    }

    private static string OfStatus(X509ChainStatusFlags status, X509Certificate2 certificate) => status switch
    {
        X509ChainStatusFlags.NotTimeValid => "the certificate is valid only from "
            + certificate.NotBefore.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " to "
            + certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain =>
            "the certificate is signed by an authority that this machine does not trust (SSL_CERT_FILE names one)",
        X509ChainStatusFlags.Revoked => "the certificate is revoked",
        _ => $"the certificate fails its check ({status})",
    };
}
