using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class PhoneNumber500()
    : ServerErrorWhen("phone-number-500", "A call with a phone number ends in a 500.")
{
    protected override bool Fails(CallRequest request) => request.At("phoneNumber").IsPresent;
}
