using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DetailNamedErrors()
    : SpoiledError("detail-named-errors", "error-structure", "The detail of an error is called errors.")
{
    protected override void Spoil(CallRequest request, JsonObject body)
    {
        body["errors"] = body["detail"]!.DeepClone();
        body.Remove("detail");
    }
}
