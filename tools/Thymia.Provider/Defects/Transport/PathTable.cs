using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

/// <summary>Paths that the contract does not have.</summary>
internal sealed class PathTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("unknown-path-200", "unknown-path", "Any path is answered with 200.")
        {
            Routes = (_, path) =>
                path is "/v1/calls" or "/health" or "/openapi.json" or "/_pact/provider-states"
                    ? null
                    : Answer.Of(200, "{}"),
        },
        new OneStep("unknown-path-500", "no-server-error", "An unknown path ends in a 500.")
        {
            Routes = (_, path) =>
                path is "/v1/calls" or "/health" or "/openapi.json" or "/_pact/provider-states"
                    ? null
                    : Answer.ServerError(),
        },
    ];
}
