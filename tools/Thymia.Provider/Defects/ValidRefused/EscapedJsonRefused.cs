using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class EscapedJsonRefused()
    : RefusedInput("escaped-json-refused", "", "JSON with numeric escapes is refused.")
{
    protected override bool Refuses(CallRequest request) => request.Body.Span.IndexOf("\\u"u8) >= 0;
}
