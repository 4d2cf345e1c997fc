using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class WrongMethod404()
    : Defect("wrong-method-404", "method-not-allowed", "Another method is answered with 404.")
{
    public override Answer? Route(string method, string path) =>
        path == "/v1/calls" && method != "POST" ? Answer.Detail(404, "Not Found") : null;
}
