using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class WrongMethod500()
    : Defect("wrong-method-500", "no-server-error", "Another method ends in a 500.")
{
    public override Answer? Route(string method, string path) =>
        path == "/v1/calls" && method != "POST" ? Answer.ServerError() : null;
}
