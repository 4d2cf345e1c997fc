using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class LongLabelRefused()
    : RefusedInput("long-label-refused", "user.userLabel", "A label of more than 255 characters is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.Length > 255;
}
