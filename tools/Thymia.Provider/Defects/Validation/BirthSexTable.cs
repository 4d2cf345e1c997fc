using System.Text;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the birth sex that are not enforced.</summary>
internal sealed class BirthSexTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation(
            "birth-sex-abbreviated",
            "user.birthSex",
            FaultKind.Enumeration,
            "The beginning of a birth sex is taken for the whole, even of none."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.BirthSexes.Any(member => member.StartsWith(text, StringComparison.Ordinal)),
        },
        new LostValidation(
            "birth-sex-any-case",
            "user.birthSex",
            FaultKind.Enumeration,
            "A birth sex is taken in any case."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.BirthSexes.Any(member => member.Equals(text, StringComparison.OrdinalIgnoreCase)),
        },
        new LostValidation(
            "birth-sex-by-prefix",
            "user.birthSex",
            FaultKind.Enumeration,
            "Whatever begins with a birth sex is taken as one."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.BirthSexes.Any(member => text.StartsWith(member, StringComparison.Ordinal)),
        },
        new LostValidation(
            "birth-sex-by-ordinal",
            "user.birthSex",
            FaultKind.Enumeration,
            "The number of a birth sex is taken for it, as text."
        )
        {
            Takes = value => value.AsText() is { Length: 1 } text && text[0] - '0' < CallFields.BirthSexes.Length,
        },
        new LostValidation(
            "birth-sex-compatible",
            "user.birthSex",
            FaultKind.Enumeration,
            "A birth sex is taken in letters that compatibility makes plain ones."
        )
        {
            Takes = value => IsMember(value.AsText()?.Normalize(NormalizationForm.FormKC)),
        },
        new LostValidation("birth-sex-cut-at-nul", "user.birthSex", FaultKind.Enumeration, "A birth sex ends at a NUL.")
        {
            Takes = value => IsMember(value.AsText()?.Split('\0')[0]),
        },
        new LostValidation(
            "birth-sex-enum-unchecked",
            "user.birthSex",
            FaultKind.Enumeration,
            "Any text is taken as birth sex."
        )
        {
            Takes = value => value.IsText,
        },
        new LostValidation(
            "birth-sex-in-greek",
            "user.birthSex",
            FaultKind.Enumeration,
            "A birth sex is taken in Greek letters that look alike."
        )
        {
            Takes = value => value.AsText() is { } text && IsMember(string.Concat(text.Select(InLatin))),
        },
        new LostValidation(
            "birth-sex-in-upper-case",
            "user.birthSex",
            FaultKind.Enumeration,
            "A birth sex is taken with signs that become its letters in upper case."
        )
        {
            Takes = value => IsMember(value.AsText()?.Replace('\u0131', 'I').Replace('\u017F', 'S')),
        },
        new LostValidation(
            "birth-sex-invisible-signs",
            "user.birthSex",
            FaultKind.Enumeration,
            "A birth sex is taken with signs in it that nobody sees."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && IsMember(string.Concat(text.Where(sign => sign is not ('\u00AD' or '\u200B' or '\uFEFF')))),
        },
        new LostValidation(
            "birth-sex-not-required",
            "user.birthSex",
            FaultKind.Missing,
            "A user without a birth sex is taken."
        ),
        new LostValidation(
            "birth-sex-takes-empty",
            "user.birthSex",
            FaultKind.Enumeration,
            "Empty text is taken as birth sex."
        )
        {
            Takes = value => value.AsText() is { Length: 0 },
        },
        new LostNullCheck("birth-sex-takes-null", "user.birthSex"),
        new LostValidation(
            "birth-sex-trimmed",
            "user.birthSex",
            FaultKind.Enumeration,
            "A birth sex is taken with blanks around it."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.BirthSexes.Any(member => member.Equals(text.Trim(), StringComparison.Ordinal)),
        },
    ];

    private static bool IsMember(string? text) => text is not null && CallFields.BirthSexes.Contains(text);

    // Capitals that look the same stand in the same order in both alphabets.
    private static char InLatin(char letter) =>
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7".IndexOf(
            letter,
            StringComparison.Ordinal
        )
            is >= 0
                and var place
            ? "ABEZHIKMNOPTYX"[place]
            : letter;
}
