using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class EmptyLabelRefused()
    : RefusedInput("empty-label-refused", "user.userLabel", "An empty label is refused.")
{
    protected override bool Refuses(CallRequest request) => request.TextAt("user.userLabel") is { Length: 0 };
}
