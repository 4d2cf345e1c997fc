using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class LabelWithBlankRefused()
    : RefusedInput("label-with-blank-refused", "user.userLabel", "A label with a blank in it is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.Contains(' ', StringComparison.Ordinal);
}
