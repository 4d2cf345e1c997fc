using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class EmojiLabelRefused()
    : RefusedInput(
        "emoji-label-refused", "user.userLabel",
        "A label with a character beyond the basic plane is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.Any(char.IsSurrogate);
}
