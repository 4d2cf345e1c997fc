using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class CharsetRefused()
    : RefusedInput("charset-refused", "", "A content type with a charset is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.ContentType is { } type && type.Contains("charset", StringComparison.OrdinalIgnoreCase);
}
