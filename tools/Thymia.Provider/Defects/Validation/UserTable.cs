using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the user that are not enforced.</summary>
internal sealed class UserTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("user-not-looked-into", "invalid-rejected", "Nothing within the user is judged.")
        {
            Judges = (_, problems) =>
                problems.RemoveAll(problem => problem.Place.Path.StartsWith("user.", StringComparison.Ordinal)),
        },
        new LostValidation("user-not-required", "user", FaultKind.Missing, "A call without a user is taken."),
        new LostValidation("user-takes-list", "user", FaultKind.Object, "A list is taken as user.")
        {
            Takes = value => value.IsArray,
        },
        new LostNullCheck("user-takes-null", "user"),
        new LostValidation("user-takes-text", "user", FaultKind.Object, "Text is taken as user.")
        {
            Takes = value => value.IsText,
        },
    ];
}
