namespace Thymia.Conformance.Configuration;

/// <summary>Headers that go with every request to the provider, and are secrets.</summary>
public static class HeaderVariables
{
    public const string Prefix = "THYMIA_HEADERS__";

    internal static NamedSecrets Secrets { get; } =
        new(
            "Headers",
            "header",
            value => value.All(c => c is >= ' ' and < '\x7f'),
            "give visible ASCII characters and blanks"
        );

    /// <summary>
    /// How a header is spelt in a variable's name: in capitals, with <c>_</c> for all but letters and digits.
    /// </summary>
    public static string Spelt(string header) => NamedSecrets.Spelt(header);
}
