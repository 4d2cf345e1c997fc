using System.Globalization;
using System.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>A <c>RegExpIdentifierName</c> up to its closing angle bracket, escapes resolved.</summary>
internal static class EcmaGroupName
{
    public static bool TryRead(ref PatternCursor cursor, out string name)
    {
        var text = new StringBuilder();
        name = "";
        while (!cursor.Take(">"))
        {
            var value = cursor.Take("\\u")
                ? EcmaCharacterEscape.ReadUnicode(ref cursor, braces: true)
                : ReadCodePoint(ref cursor);
            if (!(text.Length == 0 ? MayStart(value) : MayContinue(value)))
            {
                return false;
            }

            text.Append(new Rune(value));
        }

        name = text.ToString();
        return name.Length > 0;
    }

    /// <summary>Whether Unicode lets the character continue an identifier: <c>ID_Continue</c>.</summary>
    public static bool IsIdContinue(int value) =>
        IsIdStart(value)
        || value is 0xB7 or 0x387 or 0x19DA or (>= 0x1369 and <= 0x1371)
        || Category(value)
            is UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation;

    private static bool IsIdStart(int value) =>
        value is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C
        || Category(value)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber;

    private static bool MayStart(int value) => value is '$' or '_' || IsIdStart(value);

    private static bool MayContinue(int value) => value is '$' or 0x200C or 0x200D || IsIdContinue(value);

    private static UnicodeCategory Category(int value) =>
        Rune.IsValid(value) ? Rune.GetUnicodeCategory(new Rune(value)) : UnicodeCategory.OtherNotAssigned;

    // Names are made of code points even without the flag.
    private static int ReadCodePoint(ref PatternCursor cursor)
    {
        var value = cursor.ReadCodePoint();
        if (value is < 0xD800 or > 0xDBFF || cursor.Current is < '\uDC00' or > '\uDFFF')
        {
            return value;
        }

        return char.ConvertToUtf32((char)value, (char)cursor.ReadCodePoint());
    }
}
