using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class WrongMethod200()
    : Defect("wrong-method-200", "method-not-allowed", "Any method is answered with 200.")
{
    public override Answer? Route(string method, string path) =>
        path == "/v1/calls" && method != "POST" ? Answer.Of(200, "[]") : null;
}
