using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class UnknownPath200() : Defect("unknown-path-200", "unknown-path", "Any path is answered with 200.")
{
    public override Answer? Route(string method, string path) =>
        path is "/v1/calls" or "/health" or "/openapi.json" or "/_pact/provider-states" ? null : Answer.Of(200, "{}");
}
