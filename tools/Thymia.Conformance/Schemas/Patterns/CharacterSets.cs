using System.Collections.Concurrent;
using System.Globalization;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>The named sets of characters of ECMA-262: <c>\d</c>, <c>\w</c>, <c>\s</c>, <c>.</c> and
/// <c>\p{…}</c>.</summary>
internal static class CharacterSets
{
    private static readonly ConcurrentDictionary<string, CodePoints> Properties = new(StringComparer.Ordinal);

    // Long names of general categories, from PropertyValueAliases.txt of Unicode.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L",
        ["Cased_Letter"] = "LC",
        ["Uppercase_Letter"] = "Lu",
        ["Lowercase_Letter"] = "Ll",
        ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo",
        ["Mark"] = "M",
        ["Combining_Mark"] = "M",
        ["Nonspacing_Mark"] = "Mn",
        ["Spacing_Mark"] = "Mc",
        ["Enclosing_Mark"] = "Me",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["digit"] = "Nd",
        ["Letter_Number"] = "Nl",
        ["Other_Number"] = "No",
        ["Punctuation"] = "P",
        ["punct"] = "P",
        ["Connector_Punctuation"] = "Pc",
        ["Dash_Punctuation"] = "Pd",
        ["Open_Punctuation"] = "Ps",
        ["Close_Punctuation"] = "Pe",
        ["Initial_Punctuation"] = "Pi",
        ["Final_Punctuation"] = "Pf",
        ["Other_Punctuation"] = "Po",
        ["Symbol"] = "S",
        ["Math_Symbol"] = "Sm",
        ["Currency_Symbol"] = "Sc",
        ["Modifier_Symbol"] = "Sk",
        ["Other_Symbol"] = "So",
        ["Separator"] = "Z",
        ["Space_Separator"] = "Zs",
        ["Line_Separator"] = "Zl",
        ["Paragraph_Separator"] = "Zp",
        ["Other"] = "C",
        ["Control"] = "Cc",
        ["cntrl"] = "Cc",
        ["Format"] = "Cf",
        ["Surrogate"] = "Cs",
        ["Private_Use"] = "Co",
        ["Unassigned"] = "Cn",
    };

    // In the order of .NET's enumeration.
    private static readonly string[] Categories =
    [
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "Sm",
        "Sc",
        "Sk",
        "So",
        "Cn",
    ];

    public static CodePoints Digit { get; } = new([('0', '9')]);

    public static CodePoints Word { get; } = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    public static CodePoints Space { get; } =
        new([
            ('\t', '\r'),
            (' ', ' '),
            (0xA0, 0xA0),
            (0x1680, 0x1680),
            (0x2000, 0x200A),
            (0x2028, 0x2029),
            (0x202F, 0x202F),
            (0x205F, 0x205F),
            (0x3000, 0x3000),
            (0xFEFF, 0xFEFF),
        ]);

    public static CodePoints Dot { get; } = CodePoints.Of('\n', '\r', 0x2028, 0x2029).Complement();

    /// <summary>The set that a letter stands for behind a backslash; null for other letters.</summary>
    public static CodePoints? Short(char letter) =>
        letter switch
        {
            'd' => Digit,
            'D' => Digit.Complement(),
            'w' => Word,
            'W' => Word.Complement(),
            's' => Space,
            'S' => Space.Complement(),
            _ => null,
        };

    /// <param name="name">What stands in the braces of <c>\p{…}</c>.</param>
    /// <exception cref="NotSupportedException">It is no general category, script or known property.</exception>
    public static CodePoints Property(string name) => Properties.GetOrAdd(name, Read);

    private static CodePoints Read(string name)
    {
        var parts = name.Split('=');
        var value = parts[^1];
        var isCategory = parts is [_] or ["gc" or "General_Category", _];
        return value switch
        {
            "Any" when parts.Length == 1 => new CodePoints([(0, 0x10FFFF)]),
            "ASCII" when parts.Length == 1 => new CodePoints([(0, 0x7F)]),
            "Assigned" when parts.Length == 1 => Property("Cn").Complement(),
            _ when isCategory && OfCategories(Aliases.GetValueOrDefault(value, value)) is { } category => category,
            _ when parts.Length == 1 && UnicodeProperties.OfBinary(value) is { } binary => binary,
            _ when parts[0] is "sc" or "Script" && UnicodeProperties.OfScript(value, false) is { } script => script,
            _ when parts[0] is "scx" or "Script_Extensions" && UnicodeProperties.OfScript(value, true) is { } wide =>
                wide,
            _ => throw new NotSupportedException($"\\p{{{name}}}"),
        };
    }

    private static CodePoints? OfCategories(string name)
    {
        var wanted = Categories
            .Where(c => name == "LC" ? c is "Lu" or "Ll" or "Lt" : c.StartsWith(name, StringComparison.Ordinal))
            .Select(c => (UnicodeCategory)Array.IndexOf(Categories, c))
            .ToHashSet();
        return wanted.Count == 0 || name.Length > 2
            ? null
            : new CodePoints(
                Enumerable
                    .Range(0, 0x110000)
                    .Where(c => wanted.Contains(CharUnicodeInfo.GetUnicodeCategory(c)))
                    .Select(c => (c, c))
            );
    }
}
