using System.Globalization;
using System.Text;

namespace Thymia.Conformance.Text;

/// <summary>Text from outside made fit for a terminal, a log or a report.</summary>
public static class SafeText
{
    /// <summary>
    /// The same text with control characters, marks that turn the reading direction, line separators and lone
    /// surrogates written as <c>\u001b</c>; what is printable stays as it is.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
                i++;
                continue;
            }

            _ = IsPrintable(rune)
                ? result.Append(rune)
                : result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            i += rune.Utf16SequenceLength;
        }

        return result.ToString();
    }

    /// <summary>False for what a terminal would obey rather than show.</summary>
    public static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
