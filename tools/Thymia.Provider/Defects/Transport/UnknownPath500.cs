using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class UnknownPath500()
    : Defect("unknown-path-500", "no-server-error", "An unknown path ends in a 500.")
{
    public override Answer? Route(string method, string path) =>
        path is "/v1/calls" or "/health" or "/openapi.json" or "/_pact/provider-states" ? null : Answer.ServerError();
}
