using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>
/// Keys that no provider has issued. The plain one says so to anyone who finds it in a log; the near misses are made
/// from the configured key, go where that goes, and are as secret.
/// </summary>
public static class MadeUpKey
{
    /// <summary>What is sent for a wrong key, unless it happens to be the configured one.</summary>
    public const string Text = "made-up-key-of-thymia-conformance";

    /// <summary>The key of a use that is the same whatever is configured; null for the others.</summary>
    public static string? FixedText(KeyUse use) =>
        use switch
        {
            KeyUse.Wrong => Text,
            KeyUse.Wildcard => "%",
            KeyUse.Pattern => ".*",
            KeyUse.Injection => "' OR '1'='1",
            KeyUse.NullWord => "null",
            _ => null,
        };

    /// <summary>The key for a use other than the configured one; null where no header is sent.</summary>
    internal static string? For(KeyUse use, string? configured) =>
        (use, configured) switch
        {
            (KeyUse.Absent or KeyUse.Configured, _) => null,
            (KeyUse.Empty, _) => "",
            (KeyUse.Wrong, _) => OtherThan(configured),
            _ when FixedText(use) is { } text => text == configured ? Text : text,
            (_, null or "") => OtherThan(configured),
            (KeyUse.OtherCase, _) => Different(SwapCase(configured), configured),
            (KeyUse.FirstHalf, _) => Different(configured[..((configured.Length + 1) / 2)], configured),
            (KeyUse.Extended, _) => configured + "-x",
            _ => Different(new string('x', configured.Length), configured),
        };

    private static string OtherThan(string? configured) =>
        string.Equals(configured, Text, StringComparison.OrdinalIgnoreCase) ? Text + "-2" : Text;

    private static string Different(string candidate, string configured) =>
        candidate == configured || candidate.Trim().Length == 0 ? OtherThan(configured) : candidate;

    private static string SwapCase(string text) =>
        string.Concat(
            text.Select(c =>
                char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c)
                : char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c)
                : c
            )
        );
}
