using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocInQuery()
    : SpoiledError("loc-in-query", "error-location", "The place of an error is said to be in the query.")
{
    protected override void SpoilItem(JsonObject item) => item["loc"]![0] = "query";
}
