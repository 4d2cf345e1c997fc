using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class WrongKey500() : Defect("wrong-key-500", "no-server-error", "A wrong key ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 401 ? Answer.ServerError() : answer;
}
