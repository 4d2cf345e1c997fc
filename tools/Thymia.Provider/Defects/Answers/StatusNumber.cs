using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class StatusNumber() : Defect("status-number", "response-schema", "The status is a number.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetJson("status", "1");
}
