using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class PhoneNumberTakesList()
    : LostValidation("phone-number-takes-list", "phoneNumber", FaultKind.Text, "A list is taken as phone number.")
{
    protected override bool Takes(JsonValue value) => value.IsArray;
}
