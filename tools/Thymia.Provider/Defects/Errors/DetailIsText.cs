using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DetailIsText()
    : SpoiledError("detail-is-text", "error-structure", "The detail of an error is text.")
{
    protected override void Spoil(CallRequest request, JsonObject body) => body["detail"] = "Validation error";
}
