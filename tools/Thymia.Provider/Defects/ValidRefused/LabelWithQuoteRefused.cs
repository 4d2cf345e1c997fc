using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class LabelWithQuoteRefused()
    : RefusedInput(
        "label-with-quote-refused", "user.userLabel",
        "A label with a quotation mark or an apostrophe is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.AsSpan().ContainsAny('"', '\'');
}
