using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class KeyInError() : SpoiledError("key-in-error", "key-not-echoed", "An error repeats the key.")
{
    protected override void Spoil(CallRequest request, JsonObject body) =>
        body["detail"]![0]!["ctx"] = new JsonObject { ["x-api-key"] = request.Key };
}
