using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class NonAsciiLabelRefused()
    : RefusedInput("non-ascii-label-refused", "user.userLabel", "A label with a character beyond ASCII is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.Any(letter => !char.IsAscii(letter));
}
