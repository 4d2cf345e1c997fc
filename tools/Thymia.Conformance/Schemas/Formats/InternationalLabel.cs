using System.Globalization;
using System.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// A label of a host name in Unicode, by the letter of IDNA 2008: the characters that RFC 5892 permits,
/// those it permits in a context alone, and the form of RFC 5891 section 4.2. The rule of RFC 5893 for
/// text from right to left is not applied.
/// </summary>
internal static class InternationalLabel
{
    private const string Prefix = "xn--";

    // RFC 5892, section 2.6: what the categories alone would decide otherwise.
    private const string Permitted = "\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007";
    private const string Disallowed = "\u0640\u07FA\u302E\u302F\u3031\u3032\u3033\u3034\u3035\u303B";

    // The dots and joiners whose neighbours decide (appendix A).
    private const string Contextual = "\u00B7\u0375\u05F3\u05F4\u30FB\u200C\u200D";

    private static readonly IdnMapping _mapping = new() { AllowUnassigned = true };

    /// <summary>Whether a label is in Punycode.</summary>
    public static bool IsEncoded(ReadOnlySpan<char> label) =>
        label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a label in Punycode is the one way to write a label that is permitted.</summary>
    public static bool IsValidEncoded(ReadOnlySpan<char> label)
    {
        var encoded = label.ToString().ToLowerInvariant();
        try
        {
            var decoded = _mapping.GetUnicode(encoded);
            return decoded != encoded && IsValid(decoded) && _mapping.GetAscii(decoded) == encoded;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsValid(string label)
    {
        var runes = label.EnumerateRunes().ToArray();
        return runes.Length > 0
            && !IsMark(runes[0])
            && runes[0].Value != '-'
            && runes[^1].Value != '-'
            && !(runes.Length > 3 && runes[2].Value == '-' && runes[3].Value == '-')
            && label.Normalize(NormalizationForm.FormKC) == label
            && Enumerable.Range(0, runes.Length).All(i => IsPermitted(runes, i));
    }

    private static bool IsPermitted(Rune[] label, int at)
    {
        var rune = label[at];
        return Is(rune, Contextual)
            ? FitsContext(label, at)
            : Is(rune, Permitted)
                || (
                    !Is(rune, Disallowed)
                    && (
                        rune.IsAscii
                            ? rune.Value is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z')
                            : HasPermittedCategory(rune) && !MixesDigits(label, rune)
                    )
                );
    }

    private static bool HasPermittedCategory(Rune rune) =>
        IsMark(rune)
            ? Rune.GetUnicodeCategory(rune) != UnicodeCategory.EnclosingMark
            : Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.DecimalDigitNumber;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static bool FitsContext(Rune[] label, int at)
    {
        var before = at > 0 ? label[at - 1].Value : 0;
        var after = at + 1 < label.Length ? label[at + 1].Value : 0;
        return label[at].Value switch
        {
            0x00B7 => before == 'l' && after == 'l',
            0x0375 => after is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF),
            0x05F3 or 0x05F4 => before is >= 0x0590 and <= 0x05FF,
            0x30FB => label.Any(r => IsJapanese(r.Value)),
            0x200C => IsVirama(before) || (IsJoining(before) && IsJoining(after)),
            _ => IsVirama(before),
        };
    }

    // Hiragana, Katakana and Han; the dot itself is of no script.
    private static bool IsJapanese(int rune) =>
        rune
            is (>= 0x3041 and <= 0x309F)
                or (>= 0x30A1 and <= 0x30FA)
                or (>= 0x30FC and <= 0x30FF)
                or 0x3005
                or 0x3007
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x323AF);

    // The viramas of the scripts of India and its neighbours stand in one column of their blocks.
    private static bool IsVirama(int rune) =>
        rune
            is 0x094D
                or 0x09CD
                or 0x0A4D
                or 0x0ACD
                or 0x0B4D
                or 0x0BCD
                or 0x0C4D
                or 0x0CCD
                or 0x0D4D
                or 0x0DCA
                or 0x0E3A
                or 0x0F84
                or 0x1039
                or 0x103A
                or 0x1714
                or 0x17D2
                or 0x1A60
                or 0x1B44
                or 0x1BAA
                or 0xA806
                or 0xA8C4
                or 0xA953
                or 0xA9C0
                or 0xAAF6
                or 0xABED;

    // Arabic, Syriac and their like, in which letters join.
    private static bool IsJoining(int rune) => rune is >= 0x0620 and <= 0x08FF;

    private static bool MixesDigits(Rune[] label, Rune rune) =>
        rune.Value is >= 0x0660 and <= 0x0669 && label.Any(r => r.Value is >= 0x06F0 and <= 0x06F9);

    private static bool Is(Rune rune, string among) =>
        rune.IsBmp && among.Contains((char)rune.Value, StringComparison.Ordinal);
}
