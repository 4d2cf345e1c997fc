using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class SlowPhoneNumber()
    : Slowness("slow-phone-number", "A call with a phone number is answered late.")
{
    protected override bool IsSlow(CallRequest request) => request.At("phoneNumber").IsPresent;
}
