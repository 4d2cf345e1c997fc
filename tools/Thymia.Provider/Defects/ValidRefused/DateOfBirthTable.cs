using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the date of birth and refused.</summary>
internal sealed class DateOfBirthTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "first-of-january-refused",
            "user.dateOfBirth",
            "1 January, which the contract has for an unknown day, is refused."
        )
        {
            Refuses = request =>
                request.TextAt("user.dateOfBirth") is { } date && date.EndsWith("-01-01", StringComparison.Ordinal),
        },
        new RefusedInput("leap-day-refused", "user.dateOfBirth", "29 February is refused.")
        {
            Refuses = request =>
                request.TextAt("user.dateOfBirth") is { } date && date.EndsWith("-02-29", StringComparison.Ordinal),
        },
        new RefusedInput("old-date-refused", "user.dateOfBirth", "A date of birth before 1910 is refused.")
        {
            Refuses = request => string.CompareOrdinal(request.TextAt("user.dateOfBirth"), "1910") < 0,
        },
        new RefusedInput("recent-date-refused", "user.dateOfBirth", "A date of birth from 2000 on is refused.")
        {
            Refuses = request => string.CompareOrdinal(request.TextAt("user.dateOfBirth"), "2000") > 0,
        },
    ];
}
