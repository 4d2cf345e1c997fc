using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class UnknownUserPropertyRefused()
    : RefusedInput(
        "unknown-user-property-refused", "user",
        "A property of the user that the contract does not name is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.At("user").Members().Any(member => !CallFields.UserProperties.Contains(member.Name));
}
