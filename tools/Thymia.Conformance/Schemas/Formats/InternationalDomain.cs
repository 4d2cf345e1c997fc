using System.Globalization;
using System.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// A domain whose labels may be U-labels, in a pragmatic reading of RFC 5890 section 2.3.2.1: letters, marks and
/// digits of any script and hyphens, no mark at the start and no hyphen at either end. The tables and contextual
/// rules of RFC 5892 are not applied, and a label's 63 characters are counted before Punycode makes it longer.
/// </summary>
internal static class InternationalDomain
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('.'))
        {
            if (!HostnameFormat.IsLabel(text[range]) && !IsUnicodeLabel(text[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnicodeLabel(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!MayStandAt(count++, rune))
            {
                return false;
            }
        }

        return count <= HostnameFormat.MaximumLabelLength;
    }

    private static bool MayStandAt(int position, Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter => true,
            UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => position > 0,
            _ => rune.Value == '-',
        };
}
