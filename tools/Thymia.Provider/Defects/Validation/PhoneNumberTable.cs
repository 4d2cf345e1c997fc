using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the phone number that are not enforced.</summary>
internal sealed class PhoneNumberTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation("phone-number-takes-list", "phoneNumber", FaultKind.Text, "A list is taken as phone number.")
        {
            Takes = value => value.IsArray,
        },
        new LostNullCheck("phone-number-takes-null", "phoneNumber"),
        new LostValidation(
            "phone-number-takes-number",
            "phoneNumber",
            FaultKind.Text,
            "A number is taken as phone number."
        )
        {
            Takes = value => value.IsNumber,
        },
    ];
}
