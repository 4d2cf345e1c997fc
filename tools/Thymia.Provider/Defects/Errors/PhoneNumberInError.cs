using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class PhoneNumberInError()
    : SpoiledError("phone-number-in-error", "personal-data-not-echoed", "An error repeats the phone number.")
{
    protected override void Spoil(CallRequest request, JsonObject body) =>
        body["detail"]![0]!["ctx"] = new JsonObject { ["phoneNumber"] = request.TextAt("phoneNumber") };
}
