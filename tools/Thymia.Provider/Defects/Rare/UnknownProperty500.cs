using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Rare;

internal sealed class UnknownProperty500()
    : ServerErrorWhen("unknown-property-500", "A property that the contract does not name ends in a 500.")
{
    protected override bool Fails(CallRequest request) =>
        request.Root.Members().Any(member => !CallFields.Properties.Contains(member.Name));
}
