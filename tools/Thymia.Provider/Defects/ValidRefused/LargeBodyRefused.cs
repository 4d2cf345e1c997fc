using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class LargeBodyRefused()
    : RefusedInput("large-body-refused", "", "A body of more than 8,192 bytes is refused.")
{
    protected override bool Refuses(CallRequest request) => request.Body.Length > 8192;
}
