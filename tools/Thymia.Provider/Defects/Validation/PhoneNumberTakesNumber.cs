using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class PhoneNumberTakesNumber()
    : LostValidation("phone-number-takes-number", "phoneNumber", FaultKind.Text, "A number is taken as phone number.")
{
    protected override bool Takes(JsonValue value) => value.IsNumber;
}
