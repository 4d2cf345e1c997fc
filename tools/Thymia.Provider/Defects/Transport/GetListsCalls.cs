using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class GetListsCalls() : Defect("get-lists-calls", "method-not-allowed", "GET lists calls.")
{
    public override Answer? Route(string method, string path) =>
        path == "/v1/calls" && method == "GET" ? Answer.Of(200, """{"calls":[]}""") : null;
}
