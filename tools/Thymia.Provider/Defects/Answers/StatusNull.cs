using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class StatusNull() : Defect("status-null", "response-schema", "The status is null.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetJson("status", "null");
}
