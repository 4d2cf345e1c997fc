using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class IrishPhone500()
    : ServerErrorWhen("irish-phone-500", "A call in Irish English with a phone number ends in a 500.")
{
    protected override bool Fails(CallRequest request) =>
        request.TextAt("language") == "en-IE" && request.At("phoneNumber").IsPresent;
}
