using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class NullUser500() : Defect("null-user-500", "no-server-error", "Null as user ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        request.At("user").IsNull ? Answer.ServerError() : answer;
}
