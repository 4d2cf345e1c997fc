using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class PropertyOrderRefused()
    : RefusedInput("property-order-refused", "", "A request is refused unless its user comes before its language.")
{
    protected override bool Refuses(CallRequest request) =>
        request.Root.Members().FirstOrDefault(member => member.Name is "user" or "language").Name == "language";
}
