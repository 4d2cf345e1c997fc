using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdMissing() : Defect("id-missing", "response-schema", "There is no id.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.Remove("id");
}
