using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

/// <summary>What is wrong with the way to an error of a 422.</summary>
internal sealed class LocTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new SpoiledError("loc-in-query", "error-location", "The place of an error is said to be in the query.")
        {
            SpoilsItem = item => item["loc"]![0] = "query",
        },
        new SpoiledError(
            "loc-in-snake-case",
            "error-location",
            "The place of an error is written in another case than the contract."
        )
        {
            SpoilsItem = item =>
            {
                var loc = item["loc"]!.AsArray();
                var last = loc[^1]!.ToString();
                loc[^1] = string.Concat(
                    last.Select(letter =>
                        char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"
                    )
                );
            },
        },
        new SpoiledError("loc-is-empty", "error-structure", "The place of an error is an empty list.")
        {
            SpoilsItem = item => item["loc"] = new JsonArray(),
        },
        new SpoiledError("loc-is-text", "error-structure", "The place of an error is one text.")
        {
            SpoilsItem = item => item["loc"] = string.Join('.', item["loc"]!.AsArray()),
        },
        new SpoiledError("loc-missing", "error-structure", "An error does not say where.")
        {
            SpoilsItem = item => item.Remove("loc"),
        },
        new SpoiledError("loc-of-body-only", "error-location", "Every error is said to be in the body as a whole.")
        {
            SpoilsItem = item => item["loc"] = new JsonArray("body"),
        },
        new SpoiledError("loc-with-fraction", "error-structure", "The place of an error ends in a fraction.")
        {
            SpoilsItem = item => item["loc"]!.AsArray().Add(0.5),
        },
        new SpoiledError("loc-with-null", "error-structure", "The place of an error ends in null.")
        {
            SpoilsItem = item => item["loc"]!.AsArray().Add(null),
        },
        new SpoiledError("loc-without-body", "error-location", "The place of an error lacks its first part.")
        {
            SpoilsItem = item =>
            {
                if (item["loc"]!.AsArray() is { Count: > 1 } loc)
                {
                    loc.RemoveAt(0);
                }
            },
        },
    ];
}
