namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>email</c>: RFC 5321 section 4.1.2 <c>Mailbox</c>, ASCII only. No display name, no comment, no angle brackets.
/// </summary>
internal static class EmailFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => Mailbox.IsValid(text, international: false);
}
