using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

/// <summary>What is wrong with the list of a 422.</summary>
internal sealed class DetailTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new SpoiledError("detail-is-empty", "error-structure", "The detail of an error is an empty list.")
        {
            Spoils = (_, body) => body["detail"] = new JsonArray(),
        },
        new SpoiledError("detail-is-missing", "error-structure", "An error has no detail.")
        {
            Spoils = (_, body) => body.Remove("detail"),
        },
        new SpoiledError("detail-is-object", "error-structure", "The detail of an error is one object.")
        {
            Spoils = (_, body) => body["detail"] = body["detail"]![0]!.DeepClone(),
        },
        new SpoiledError("detail-is-text", "error-structure", "The detail of an error is text.")
        {
            Spoils = (_, body) => body["detail"] = "Validation error",
        },
        new SpoiledError("detail-named-errors", "error-structure", "The detail of an error is called errors.")
        {
            Spoils = (_, body) =>
            {
                body["errors"] = body["detail"]!.DeepClone();
                body.Remove("detail");
            },
        },
        new SpoiledError("detail-of-texts", "error-structure", "The detail of an error is a list of texts.")
        {
            Spoils = (_, body) => body["detail"] = new JsonArray("Validation error"),
        },
    ];
}
