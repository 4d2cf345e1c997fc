using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdNotUuid() : Defect("id-not-uuid", "response-schema", "The id is a counter, not a uuid.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("id", $"call-{request.Number}");
}
