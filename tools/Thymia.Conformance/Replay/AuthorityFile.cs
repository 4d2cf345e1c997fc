using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Replay;

/// <summary>Reads the certificates of authorities from a PEM file.</summary>
internal static class AuthorityFile
{
    /// <exception cref="UnusableInputException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        var result = new X509Certificate2Collection();
        try
        {
            result.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(
                path,
                e is CryptographicException ? "a certificate in it is broken" : "it cannot be read",
                e
            );
        }

        return result.Count > 0 ? result : throw Unusable(path, "there is no certificate in it", null);
    }

    private static UnusableInputException Unusable(string path, string problem, Exception? cause) =>
        new("ca-file-not-usable", problem, path, "give a PEM file of authorities' certificates with --ca-file", cause);
}
