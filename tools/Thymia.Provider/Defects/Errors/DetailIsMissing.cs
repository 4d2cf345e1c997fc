using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DetailIsMissing()
    : SpoiledError("detail-is-missing", "error-structure", "An error has no detail.")
{
    protected override void Spoil(CallRequest request, JsonObject body) => body.Remove("detail");
}
