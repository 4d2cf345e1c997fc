namespace Thymia.Conformance.OpenApi;

/// <summary>How a secret is written where it is sent.</summary>
public enum CredentialForm
{
    /// <summary>As it is.</summary>
    Raw,

    /// <summary><c>Basic</c> and user and password in base64 (RFC 7617).</summary>
    Basic,

    /// <summary><c>Bearer</c> and the token (RFC 6750).</summary>
    Bearer,
}
