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
            "birth-sex-enum-unchecked",
            "user.birthSex",
            FaultKind.Enumeration,
            "Any text is taken as birth sex."
        )
        {
            Takes = value => value.IsText,
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
}
