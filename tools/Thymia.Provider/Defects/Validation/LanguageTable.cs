using System.Globalization;
using System.Text;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the language that are not enforced.</summary>
internal sealed class LanguageTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation("language-any-case", "language", FaultKind.Enumeration, "A language is taken in any case.")
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.Languages.Any(member => member.Equals(text, StringComparison.OrdinalIgnoreCase)),
        },
        new LostValidation(
            "language-by-prefix",
            "language",
            FaultKind.Enumeration,
            "Whatever begins with a language is taken as one."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.Languages.Any(member => text.StartsWith(member, StringComparison.Ordinal)),
        },
        new LostValidation(
            "language-enum-unchecked",
            "language",
            FaultKind.Enumeration,
            "Any text is taken as language."
        )
        {
            Takes = value => value.IsText,
        },
        new LostValidation(
            "language-falsy-unchecked",
            "language",
            FaultKind.Enumeration,
            "False and zero are taken as language."
        )
        {
            Takes = value => Encoding.UTF8.GetString(value.Raw.Span) is "false" or "0" or "0.0",
        },
        new LostValidation(
            "language-not-required",
            "language",
            FaultKind.Missing,
            "A call without a language is taken."
        ),
        new LostValidation("language-takes-list", "language", FaultKind.Enumeration, "A list is taken as language.")
        {
            Takes = value => value.IsArray,
        },
        new LostNullCheck("language-takes-null", "language"),
        new LostValidation(
            "language-without-accents",
            "language",
            FaultKind.Enumeration,
            "A language is compared without its accents."
        )
        {
            Takes = value =>
                value.AsText()?.Normalize(NormalizationForm.FormD) is { } text
                && CallFields.Languages.Contains(
                    string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
                ),
        },
        new LostValidation(
            "language-trimmed",
            "language",
            FaultKind.Enumeration,
            "A language is taken with blanks around it."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.Languages.Any(member => member.Equals(text.Trim(), StringComparison.Ordinal)),
        },
        new LostValidation(
            "language-with-underscore",
            "language",
            FaultKind.Enumeration,
            "A language is taken with an underscore for its hyphen."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && CallFields.Languages.Any(member => member.Equals(text.Replace('_', '-'), StringComparison.Ordinal)),
        },
    ];
}
