using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class UnknownPropertyRefused()
    : RefusedInput(
        "unknown-property-refused", "",
        "A property that the contract does not name is refused, though it forbids none.")
{
    protected override bool Refuses(CallRequest request) =>
        request.Root.Members().Any(member => !CallFields.Properties.Contains(member.Name));
}
