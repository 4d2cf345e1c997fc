namespace Thymia.Conformance.Configuration;

/// <summary>
/// Ids and secrets of clients that fetch a token for a security scheme (OAuth 2.0, client credentials).
/// </summary>
public static class ClientVariables
{
    public const string Prefix = "THYMIA_CLIENTS__";

    internal static NamedSecrets Secrets { get; } =
        new(
            "Clients",
            "security scheme",
            value =>
                SettingText.IsKey(value)
                && value.IndexOf(':', StringComparison.Ordinal) is var at
                && at > 0
                && at < value.Length - 1,
            "give the client's id, a colon and its secret, in visible ASCII characters"
        );
}
