using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class MissingBody500()
    : Defect("missing-body-500", "no-server-error", "A request without a body ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        request.Body.IsEmpty ? Answer.ServerError() : answer;
}
