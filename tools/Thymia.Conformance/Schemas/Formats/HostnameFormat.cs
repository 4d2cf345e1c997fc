using System.Buffers;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>hostname</c>: RFC 1123 section 2.1 over RFC 952: labels of 1 to 63 ASCII letters, digits and hyphens, no hyphen
/// at either end, at most 253 characters, no dot at the end. A label that begins with <c>xn--</c> stands for one in
/// Unicode, which must be one that IDNA 2008 permits (RFC 5890).
/// </summary>
internal static class HostnameFormat
{
    public const int MaximumLength = 253;
    public const int MaximumLabelLength = 63;

    private static readonly SearchValues<char> _inLabel = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length > MaximumLength)
        {
            return false;
        }

        foreach (var range in text.Split('.'))
        {
            if (!IsLabel(text[range]))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsLabel(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= MaximumLabelLength
        && !text.ContainsAnyExcept(_inLabel)
        && text[0] != '-'
        && text[^1] != '-'
        && (!InternationalLabel.IsEncoded(text) || InternationalLabel.IsValidEncoded(text));
}
