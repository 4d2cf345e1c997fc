using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the label of the user that are not enforced.</summary>
internal sealed class UserLabelTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation(
            "user-label-not-required",
            "user.userLabel",
            FaultKind.Missing,
            "A user without a label is taken."
        ),
        new LostValidation("user-label-takes-boolean", "user.userLabel", FaultKind.Text, "A boolean is taken as label.")
        {
            Takes = value => value.IsBoolean,
        },
        new LostNullCheck("user-label-takes-null", "user.userLabel"),
        new LostValidation("user-label-takes-number", "user.userLabel", FaultKind.Text, "A number is taken as label.")
        {
            Takes = value => value.IsNumber,
        },
        new LostValidation("user-label-takes-object", "user.userLabel", FaultKind.Text, "An object is taken as label.")
        {
            Takes = value => value.IsObject,
        },
    ];
}
