using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the date of birth that are not enforced.</summary>
internal sealed class DateOfBirthTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation(
            "date-of-birth-not-required",
            "user.dateOfBirth",
            FaultKind.Missing,
            "A user without a date of birth is taken."
        ),
        new LostNullCheck("date-of-birth-takes-null", "user.dateOfBirth"),
        new LostValidation(
            "date-takes-any-day",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken on any day from 1 to 31 of any month, such as 30 February."
        )
        {
            Takes = value =>
                value.AsText() is { Length: 10 } text
                && FullDate.IsValid(text[..5] + "01" + text[7..])
                && FullDate.IsValid(text[..8] + "01"),
        },
        new LostValidation(
            "date-takes-any-month",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken in any month up to 99."
        )
        {
            Takes = value => value.AsText() is { Length: 10 } text && FullDate.IsValid(text[..5] + "01" + text[7..]),
        },
        new LostValidation(
            "date-takes-blanks",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken with blanks around it."
        )
        {
            Takes = value => value.AsText() is { } text && FullDate.IsValid(text.Trim()),
        },
        new LostValidation(
            "date-takes-compact-form",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken without its hyphens."
        )
        {
            Takes = value =>
                value.AsText() is { Length: 8 } text && FullDate.IsValid(text.Insert(6, "-").Insert(4, "-")),
        },
        new LostValidation(
            "date-takes-date-time",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date-time is taken as date of birth."
        )
        {
            Takes = value =>
                value.AsText() is { Length: > 11 } text
                && text[10] is 'T' or 't'
                && FullDate.IsValid(text.AsSpan(0, 10)),
        },
        new LostValidation(
            "date-takes-day-first",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken with its day first."
        )
        {
            Takes = value =>
                value.AsText() is { Length: 10 } text && FullDate.IsValid(text[6..] + text[2..6] + text[..2]),
        },
        new LostValidation(
            "date-takes-empty",
            "user.dateOfBirth",
            FaultKind.Date,
            "Empty text is taken as date of birth."
        )
        {
            Takes = value => value.AsText() is { Length: 0 },
        },
        new LostValidation(
            "date-takes-number",
            "user.dateOfBirth",
            FaultKind.Date,
            "A number is taken as date of birth."
        )
        {
            Takes = value => value.IsNumber,
        },
        new LostValidation(
            "date-takes-single-digits",
            "user.dateOfBirth",
            FaultKind.Date,
            "Month and day of a date of birth are taken without leading zeros."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && FullDate.IsValid(string.Join('-', text.Split('-').Select(part => part.PadLeft(2, '0')))),
        },
        new LostValidation(
            "date-takes-slashes",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken with slashes."
        )
        {
            Takes = value =>
                value.AsText() is { } text
                && text.Contains('/', StringComparison.Ordinal)
                && FullDate.IsValid(text.Replace('/', '-')),
        },
        new LostValidation("date-takes-year", "user.dateOfBirth", FaultKind.Date, "A year is taken as date of birth.")
        {
            Takes = value => value.AsText() is { Length: 4 } text && FullDate.IsValid(text + "-01-01"),
        },
        new LostValidation(
            "date-takes-year-and-month",
            "user.dateOfBirth",
            FaultKind.Date,
            "A date of birth is taken without its day."
        )
        {
            Takes = value => value.AsText() is { Length: 7 } text && FullDate.IsValid(text + "-01"),
        },
        new LostValidation("date-unchecked", "user.dateOfBirth", FaultKind.Date, "Any text is taken as date of birth.")
        {
            Takes = value => value.IsText,
        },
    ];
}
