using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Thymia.Conformance.Replay;

/// <summary>
/// Trusts what the machine trusts, and the authorities it is given; remembers in words why it last did not.
/// </summary>
internal sealed class CertificateCheck(string host, X509Certificate2Collection? authorities)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private volatile string? _problem;

    /// <summary>A clause; null where no certificate has been refused.</summary>
    public string? Problem => _problem;

    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (
            errors == SslPolicyErrors.None
            || (errors == SslPolicyErrors.RemoteCertificateChainErrors && IsSignedByOurs(certificate, chain))
        )
        {
            return true;
        }

        _problem = string.Join(" and ", Problems(certificate as X509Certificate2, chain, errors).Distinct());
        return false;
    }

    // The chain as the server shows it, ending at one of the given authorities rather than the machine's.
    private bool IsSignedByOurs(X509Certificate? certificate, X509Chain? shown)
    {
        if (authorities is null || certificate is not X509Certificate2 leaf)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        shown?.ChainElements.ToList().ForEach(e => chain.ChainPolicy.ExtraStore.Add(e.Certificate));

        return chain.Build(leaf);
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

    private static string OfStatus(X509ChainStatusFlags status, X509Certificate2 certificate) =>
        status switch
        {
            X509ChainStatusFlags.NotTimeValid => "the certificate is expired or not yet valid: it holds from "
                + certificate.NotBefore.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                + " to "
                + certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            X509ChainStatusFlags.UntrustedRoot when IsSelfSigned(certificate) =>
                "the certificate is signed by nobody but itself; --ca-file names a file that holds it, to trust it "
                    + "all the same",
            X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain =>
                "the certificate is signed by an authority that is not trusted here; --ca-file names a file that "
                    + "holds it",
            X509ChainStatusFlags.NotValidForUsage => "the certificate is not made out for a server",
            X509ChainStatusFlags.Revoked => "the certificate is revoked",
            _ => $"the certificate fails its check ({status})",
        };

    private static bool IsSelfSigned(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
