namespace Thymia.Conformance.Configuration;

/// <summary>Secrets for each security scheme.</summary>
public static class CredentialVariables
{
    public const string Prefix = "THYMIA_CREDENTIALS__";

    internal static NamedSecrets Secrets { get; } =
        new(
            "Credentials",
            "security scheme",
            SettingText.IsKey,
            "give visible ASCII characters: the key, the token or user:password"
        );

    /// <summary>
    /// How a scheme is spelt in a variable's name: in capitals, with <c>_</c> for all but letters and digits.
    /// </summary>
    public static string Spelt(string scheme) => NamedSecrets.Spelt(scheme);
}
