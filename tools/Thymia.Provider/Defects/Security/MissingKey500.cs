using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class MissingKey500()
    : Defect("missing-key-500", "no-server-error", "A request without a key ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        request.Key is null ? Answer.ServerError() : answer;
}
