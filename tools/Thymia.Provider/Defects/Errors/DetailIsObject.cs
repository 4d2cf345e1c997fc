using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DetailIsObject()
    : SpoiledError("detail-is-object", "error-structure", "The detail of an error is one object.")
{
    protected override void Spoil(CallRequest request, JsonObject body) =>
        body["detail"] = body["detail"]![0]!.DeepClone();
}
