using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class AllowMissing()
    : Defect("allow-missing", "allow-listed", "A 405 does not say which methods there are.")
{
    public override Answer? Route(string method, string path) =>
        path == "/v1/calls" && method != "POST" ? Answer.Detail(405, "Method Not Allowed") : null;
}
