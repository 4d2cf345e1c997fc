using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdNamedOtherwise() : Defect("id-named-otherwise", "response-schema", "The id is called callId.")
{
    public override void Accept(CallRequest request, CallAnswer answer)
    {
        answer.Set("callId", answer["id"]);
        answer.Remove("id");
    }
}
