using System.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Writes secrets in the form of their credentials.</summary>
public static class CredentialForms
{
    /// <summary>What goes into the header, query parameter or cookie.</summary>
    /// <param name="secret">The key, the token, or user and password with a colon between them.</param>
    public static string Write(this CredentialForm form, string secret) =>
        form switch
        {
            CredentialForm.Basic => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))}".TrimEnd(),
            CredentialForm.Bearer => $"Bearer {secret}".TrimEnd(),
            _ => secret,
        };
}
