using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class PrettyJsonRefused()
    : RefusedInput("pretty-json-refused", "", "JSON with line feeds between its members is refused.")
{
    protected override bool Refuses(CallRequest request) => request.Body.Span.Contains((byte)'\n');
}
