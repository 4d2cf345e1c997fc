using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class PutAccepted() : Defect("put-accepted", "method-not-allowed", "PUT is answered like POST.")
{
    public override Answer? Route(string method, string path) =>
        path == "/v1/calls" && method == "PUT" ? Answer.Of(200, "{}") : null;
}
