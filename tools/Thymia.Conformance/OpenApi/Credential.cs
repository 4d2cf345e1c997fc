namespace Thymia.Conformance.OpenApi;

/// <summary>Where and how one secret is sent.</summary>
/// <param name="Header">The name of the header, query parameter or cookie as the description spells it, such as
/// <c>x-api-key</c>.</param>
/// <param name="IsParameter">Declared as a required parameter, so that its absence is a
/// documented validation error.</param>
/// <param name="Pointer">JSON Pointer of the declaration in the normalised document.</param>
public sealed record Credential(string Header, bool IsParameter, string Pointer)
{
    /// <summary><c>header</c>, <c>query</c> or <c>cookie</c>.</summary>
    public string In { get; init; } = "header";

    /// <summary>The name of the security scheme.</summary>
    public string Scheme { get; init; } = "";

    public CredentialForm Form { get; init; }
}
