using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DetailIsEmpty()
    : SpoiledError("detail-is-empty", "error-structure", "The detail of an error is an empty list.")
{
    protected override void Spoil(CallRequest request, JsonObject body) => body["detail"] = new JsonArray();
}
