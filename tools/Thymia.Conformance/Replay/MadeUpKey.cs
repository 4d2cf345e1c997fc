namespace Thymia.Conformance.Replay;

/// <summary>A key that no provider has issued, and that anyone who finds it in a log can see to be none.</summary>
public static class MadeUpKey
{
    /// <summary>What is sent for a wrong key, unless it happens to be the configured one.</summary>
    public const string Text = "made-up-key-of-thymia-conformance";

    internal static string OtherThan(string? configured) =>
        string.Equals(configured, Text, StringComparison.OrdinalIgnoreCase) ? Text + "-2" : Text;
}
