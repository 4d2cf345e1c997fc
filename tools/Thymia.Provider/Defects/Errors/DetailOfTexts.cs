using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DetailOfTexts()
    : SpoiledError("detail-of-texts", "error-structure", "The detail of an error is a list of texts.")
{
    protected override void Spoil(CallRequest request, JsonObject body) =>
        body["detail"] = new JsonArray("Validation error");
}
