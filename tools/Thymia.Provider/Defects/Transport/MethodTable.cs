using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

/// <summary>Methods that the contract does not have.</summary>
internal sealed class MethodTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("allow-missing", "allow-listed", "A 405 does not say which methods there are.")
        {
            Routes = (method, path) =>
                path == "/v1/calls" && method != "POST" ? Answer.Detail(405, "Method Not Allowed") : null,
        },
        new OneStep("get-lists-calls", "method-not-allowed", "GET lists calls.")
        {
            Routes = (method, path) =>
                path == "/v1/calls" && method == "GET" ? Answer.Of(200, """{"calls":[]}""") : null,
        },
        new OneStep("head-200", "method-not-allowed", "HEAD is answered with 200.")
        {
            Routes = (method, path) => path == "/v1/calls" && method == "HEAD" ? new Answer(200, default) : null,
        },
        new OneStep("put-accepted", "method-not-allowed", "PUT is answered like POST.")
        {
            Routes = (method, path) => path == "/v1/calls" && method == "PUT" ? Answer.Of(200, "{}") : null,
        },
        new OneStep("trace-200", "method-not-allowed", "TRACE is answered with what was sent.")
        {
            Routes = (method, path) => path == "/v1/calls" && method == "TRACE" ? Answer.Of(200, "{}") : null,
        },
        new OneStep("wrong-method-200", "method-not-allowed", "Any method is answered with 200.")
        {
            Routes = (method, path) => path == "/v1/calls" && method != "POST" ? Answer.Of(200, "[]") : null,
        },
        new OneStep("wrong-method-404", "method-not-allowed", "Another method is answered with 404.")
        {
            Routes = (method, path) => path == "/v1/calls" && method != "POST" ? Answer.Detail(404, "Not Found") : null,
        },
        new OneStep("wrong-method-500", "no-server-error", "Another method ends in a 500.")
        {
            Routes = (method, path) => path == "/v1/calls" && method != "POST" ? Answer.ServerError() : null,
        },
    ];
}
