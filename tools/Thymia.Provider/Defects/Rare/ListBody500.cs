using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class ListBody500() : Defect("list-body-500", "no-server-error", "A list as body ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        request.Root.IsArray ? Answer.ServerError() : answer;
}
