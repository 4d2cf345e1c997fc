namespace Thymia.Conformance.Replay;

/// <summary>A key that no provider has issued, and that anyone who finds it in a log can see to be none.</summary>
internal static class MadeUpKey
{
    private const string Text = "made-up-key-of-thymia-conformance";

    public static string OtherThan(string? configured) =>
        string.Equals(configured, Text, StringComparison.OrdinalIgnoreCase) ? Text + "-2" : Text;
}
