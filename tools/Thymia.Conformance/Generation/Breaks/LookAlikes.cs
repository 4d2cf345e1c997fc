using System.Text;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>
/// Texts that look like another one, or become it where letters are folded: in other alphabets, digits, and by the
/// rules of case and composition that differ between languages.
/// </summary>
internal static class LookAlikes
{
    public static IReadOnlyList<(string Name, Func<string, string> Change)> All { get; } =
    [
        // Cyrillic and Greek letters that look like Latin ones.
        ("look-alike-letter", t => Replaced(t, "AEaeOo", "\u0410\u0415\u0430\u0435\u041E\u043E")),
        ("look-alike-greek", t =>
            Replaced(
                t,
                "ABEHIKMNOPTXYZou",
                "\u0391\u0392\u0395\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A7\u03A5\u0396\u03BF\u03C5"
            )
        ),
        ("look-alike-digit", t => Replaced(t, "OoIlEeSsABZ", "00113355482")),
        // In upper case ı is I to Unicode, in lower case İ is i with a dot, and ſ is s, the sign of Kelvin k.
        ("dotless-i", t => Replaced(t, "Ii", "\u0131\u0131")),
        ("dotted-capital-i", t => Replaced(t, "Ii", "\u0130\u0130")),
        ("long-s", t => Replaced(t, "Ss", "\u017F\u017F")),
        ("kelvin-sign", t => Replaced(t, "Kk", "\u212A\u212A")),
        // Databases compare without accents, and normal forms take marks and widths away.
        ("accented", t =>
            Replaced(t, "AEINOUaeinou", "\u00C0\u00C9\u00CD\u00D1\u00D3\u00DA\u00E0\u00E9\u00ED\u00F1\u00F3\u00FA")
        ),
        ("full-width", t => string.Concat(t.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c))),
        ("bold-letters", Bold),
        ("arabic-digits", t => string.Concat(t.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c))),
        // Nothing to see, and yet another text.
        ("zero-width-space", t => t.Length < 2 ? t : t[..1] + "\u200B" + t[1..]),
        ("soft-hyphen", t => t.Length < 2 ? t : t[..1] + "\u00AD" + t[1..]),
        ("leading-byte-order-mark", t => "\uFEFF" + t),
        ("trailing-no-break-space", t => t + "\u00A0"),
        ("trailing-nul", t => t + "\0"),
        ("other-hyphen", t => t.Replace('-', '\u2010')),
    ];

    private static string Replaced(string text, string letters, string others)
    {
        var result = new StringBuilder(text);
        for (var i = 0; i < letters.Length; i++)
        {
            result.Replace(letters[i], others[i]);
        }

        return result.ToString();
    }

    // Mathematical letters, which compatibility makes plain ones.
    private static string Bold(string text) =>
        string.Concat(
            text.Select(c =>
                char.IsAsciiLetterUpper(c) ? char.ConvertFromUtf32(0x1D400 + (c - 'A'))
                : char.IsAsciiLetterLower(c) ? char.ConvertFromUtf32(0x1D41A + (c - 'a'))
                : c.ToString()
            )
        );
}
