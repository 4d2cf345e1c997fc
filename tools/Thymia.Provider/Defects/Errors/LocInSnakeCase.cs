using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocInSnakeCase()
    : SpoiledError(
        "loc-in-snake-case", "error-location",
        "The place of an error is written in another case than the contract.")
{
    protected override void SpoilItem(JsonObject item)
    {
        var loc = item["loc"]!.AsArray();
        var last = loc[^1]!.ToString();
        loc[^1] = string.Concat(last.Select(
            letter => char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));
    }
}
