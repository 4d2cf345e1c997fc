using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Rare;

internal sealed class InvalidJson500()
    : Defect("invalid-json-500", "no-server-error", "A body that is no JSON ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        request.Parsed is ParsedBody.Malformed ? Answer.ServerError() : answer;
}
