using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocWithoutBody()
    : SpoiledError("loc-without-body", "error-location", "The place of an error lacks its first part.")
{
    protected override void SpoilItem(JsonObject item)
    {
        if (item["loc"]!.AsArray() is { Count: > 1 } loc)
        {
            loc.RemoveAt(0);
        }
    }
}
