using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class PhoneNumberRefused()
    : RefusedInput("phone-number-refused", "phoneNumber", "Any phone number is refused.")
{
    protected override bool Refuses(CallRequest request) => request.At("phoneNumber").IsPresent;
}
